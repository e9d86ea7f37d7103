namespace Kelvin.Server.Series;

/// <summary>How much a message brings, counted before any of it becomes an object: a few bytes can name millions.</summary>
internal static class RemoteSize
{
    private const int LabelsARow = 64;

    /// <summary>Whether it has no more series and samples than may be, and no more labels and texts than those can need.</summary>
    /// <exception cref="InvalidDataException">The message is broken.</exception>
    public static bool IsWithin(ReadOnlySpan<byte> message, bool isSecond, int mostRows)
    {
        var (series, points, texts) = (0L, 0L, 0L);
        for (var request = new WireFields(message); request.Next();)
        {
            if (isSecond && request.Number == 4)
                texts++;
            if (request.Number != (isSecond ? 5 : 1))
                continue;
            series++;
            for (var one = new WireFields(request.Content); one.Next();)
            {
                points += one.Number == 2 ? 1 : 0;
                // Places of texts may stand together in one field, a byte or more each.
                texts += one.Number == 1 ? isSecond ? Math.Max(1, one.Content.Length / 2) : 1 : 0;
            }
            if (series > mostRows || points > mostRows || texts > (long)mostRows * LabelsARow)
                return false;
        }
        return texts <= (long)mostRows * LabelsARow;
    }
}
