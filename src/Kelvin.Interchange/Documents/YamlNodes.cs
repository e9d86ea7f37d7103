using System.Collections.Immutable;
using Kelvin.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kelvin.Interchange.Documents;

/// <summary>
/// Reads YAML. Unlike our own definitions, other tools' may use anchors; their number of nodes is bounded, because that is how a
/// small file becomes a huge one.
/// </summary>
internal sealed class YamlNodes(string path)
{
    private const int MostNodes = 1_000_000;

    private int _count;

    /// <summary>The documents of a text; none, and an issue, when it is not YAML.</summary>
    public static ImmutableArray<DocumentNode> Read(string path, string text, ICollection<Issue> issues)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var nodes = new YamlNodes(path);
            return [.. stream.Documents.Select(document => nodes.Of(document.RootNode))];
        }
        catch (YamlException broken)
        {
            issues.Add(Issue.At(new Place(path, (int)broken.Start.Line, (int)broken.Start.Column, 1), "interchange.not-yaml"));
        }
        // The scanner answers some broken texts with exceptions of other kinds; whatever it throws, the text is to blame.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            issues.Add(Issue.At(new Place(path, 1, 1, 1), "interchange.not-yaml"));
        }
        return [];
    }

    private DocumentNode Of(YamlNode node)
    {
        var place = PlaceOf(node);
        if (++_count > MostNodes)
            throw new YamlException(node.Start, node.End, "too many nodes");
        return node switch
        {
            YamlMappingNode mapping => new DocumentNode.Mapping(place, [.. mapping.Children.Select(Entry)]),
            YamlSequenceNode sequence => new DocumentNode.Sequence(place, [.. sequence.Children.Select(Of)]),
            YamlScalarNode scalar => new DocumentNode.Scalar(place, scalar.Value ?? "", scalar.Style == ScalarStyle.Plain),
            _ => throw new YamlException(node.Start, node.End, "unknown node"),
        };
    }

    private DocumentEntry Entry(KeyValuePair<YamlNode, YamlNode> pair) =>
        new((pair.Key as YamlScalarNode)?.Value ?? "", PlaceOf(pair.Key), Of(pair.Value));

    private Place PlaceOf(YamlNode node)
    {
        var isOneLine = node.End.Line == node.Start.Line;
        return new Place(path, (int)node.Start.Line, (int)node.Start.Column, isOneLine ? (int)Math.Max(1, node.End.Column - node.Start.Column) : 1);
    }
}
