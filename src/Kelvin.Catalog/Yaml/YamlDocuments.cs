namespace Kelvin.Catalog.Yaml;

/// <summary>
/// Cuts a file into its documents before YAML is read, so that broken YAML in one leaves the others alone.
/// A line that begins with three dashes always parts documents: YAML allows it nowhere else.
/// </summary>
internal static class YamlDocuments
{
    /// <summary>Where each document that says anything begins and ends.</summary>
    public static IEnumerable<(int Start, int End)> Of(SourceText source)
    {
        var start = 0;
        for (var line = 0; line < source.LineStarts.Count; line++)
        {
            var at = source.LineStarts[line];
            if (at == start || !IsMark(source.Line(line)))
                continue;
            if (SaysAnything(source, start, at))
                yield return (start, at);
            start = at;
        }
        if (SaysAnything(source, start, source.Text.Length))
            yield return (start, source.Text.Length);
    }

    private static bool IsMark(ReadOnlySpan<char> line) =>
        line.StartsWith("---", StringComparison.Ordinal) && (line.Length == 3 || line[3] is ' ' or '\t');

    private static bool SaysAnything(SourceText source, int start, int end)
    {
        if (start == end)
            return false;
        for (var line = source.LineOf(start); line < source.LineStarts.Count && source.LineStarts[line] < end; line++)
        {
            var text = source.Line(line);
            var content = (IsMark(text) ? text[3..] : text).Trim();
            if (!content.IsEmpty && content[0] is not ('#' or '%') && content is not "...")
                return true;
        }
        return false;
    }
}
