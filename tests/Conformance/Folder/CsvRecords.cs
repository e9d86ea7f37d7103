using System.Text;

namespace Conformance.Folder;

/// <summary>Reads CSV in which an empty field without quotes is a missing value, and one in quotes an empty text.</summary>
internal static class CsvRecords
{
    public static List<string?[]> Read(string text)
    {
        var records = new List<string?[]>();
        var fields = new List<string?>();
        var at = 0;
        while (at < text.Length)
        {
            fields.Add(text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at < text.Length && text[at] is not ('\r' or '\n'))
                    continue;
                fields.Add(null);
            }
            while (at < text.Length && text[at] is ('\r' or '\n'))
                at++;
            records.Add([.. fields]);
            fields.Clear();
        }
        return records;
    }

    private static string? Bare(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
            at++;
        return at == start ? null : text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
                field.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                field.Append(text[at++]);
            else
                break;
        }
        at++;
        return field.ToString();
    }
}
