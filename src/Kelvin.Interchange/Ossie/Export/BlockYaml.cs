using System.Text;
using Kelvin.Interchange.Writing;

namespace Kelvin.Interchange.Ossie.Export;

/// <summary>Writes nested keys, lists of them, and texts as YAML in blocks.</summary>
internal static class BlockYaml
{
    /// <summary>Keys with values: a text, a truth value, a list of texts, keys, or a list of keys. What is null is left out.</summary>
    public static string Write(IEnumerable<(string Key, object? Value)> map)
    {
        var text = new StringBuilder();
        Write(map, "", "", text);
        return text.ToString();
    }

    private static void Write(IEnumerable<(string Key, object? Value)> map, string first, string indent, StringBuilder text)
    {
        var start = first;
        foreach (var (key, value) in map)
        {
            if (value is null or IReadOnlyCollection<object> { Count: 0 })
                continue;
            text.Append(start).Append(key).Append(':');
            start = indent;
            switch (value)
            {
                case string word:
                    text.Append(' ').Append(YamlText.Scalar(word)).Append('\n');
                    break;
                case bool truth:
                    text.Append(truth ? " true\n" : " false\n");
                    break;
                case string[] words:
                    text.Append(" [").AppendJoin(", ", words.Select(YamlText.InFlow)).Append("]\n");
                    break;
                case (string, object?)[] inner:
                    text.Append('\n');
                    Write(inner, indent + "  ", indent + "  ", text);
                    break;
                case (string, object?)[][] list:
                    text.Append('\n');
                    foreach (var item in list)
                        Write(item, indent + "  - ", indent + "    ", text);
                    break;
                default:
                    throw new ArgumentException($"No way to write {value.GetType()}.", nameof(map));
            }
        }
    }
}
