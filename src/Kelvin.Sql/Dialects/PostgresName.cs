using System.Security.Cryptography;
using System.Text;

namespace Kelvin.Sql.Dialects;

/// <summary>
/// Names as PostgreSQL keeps them: it would cut a longer one without a word, so that two might become one.
/// </summary>
public static class PostgresName
{
    private const int MostBytes = 63;
    private const int HashDigits = 12;

    /// <summary>The name itself, or where it has more than 63 bytes its beginning and a hash of it all.</summary>
    public static string Of(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
            return name;
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var character in name.EnumerateRunes())
        {
            bytes += character.Utf8SequenceLength;
            if (bytes > MostBytes - HashDigits - 1)
                break;
            kept.Append(character.ToString());
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashDigits];
        return $"{kept}~{hash}";
    }
}
