using System.Collections.Immutable;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Workspace;

/// <summary>Reads one definition file as UTF-8 text.</summary>
internal static class DefinitionText
{
    private const int MostBytes = 4_000_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file, or null after an issue.</summary>
    public static DefinitionFile? Read(FileInfo file, string name, ImmutableArray<Issue>.Builder issues)
    {
        byte[] bytes = [];
        try
        {
            if (file.Length > MostBytes)
            {
                issues.Add(Issue.At(new Place(name, 1, 1, 1), "catalog.file-size", ("characters", file.Length), ("most", MostBytes)));
                return null;
            }
            bytes = File.ReadAllBytes(file.FullName);
            return new(name, Strict.GetString(bytes).TrimStart('\uFEFF'), null);
        }
        catch (DecoderFallbackException odd)
        {
            issues.Add(Issue.At(PlaceOf(bytes, odd.Index, name), "catalog.encoding-odd"));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            issues.Add(Issue.At(new Place(name, 1, 1, 1), "catalog.unreadable"));
        }
        return null;
    }

    private static Place PlaceOf(byte[] bytes, int index, string name)
    {
        var before = bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(name, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, 1);
    }
}
