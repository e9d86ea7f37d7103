using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>The packs that a workspace lists and those that they require, with the readers of their files.</summary>
internal sealed record PackChoice(ImmutableSortedDictionary<string, Pack> Packs, ImmutableArray<DefinitionReader> Contents)
{
    public static PackChoice Of(
        IEnumerable<DefinitionFile> files, IEnumerable<YamlNode.Scalar> listed, IssueList issues)
    {
        var shipped = files.Where(file => file.Pack is not null).ToLookup(file => file.Pack!, StringComparer.Ordinal);
        var names = shipped.Select(pack => pack.Key).ToList();
        var packs = ImmutableSortedDictionary.CreateBuilder<string, Pack>(StringComparer.Ordinal);
        var readers = ImmutableArray.CreateBuilder<DefinitionReader>();
        var waiting = new Queue<YamlNode.Scalar>(listed);
        while (waiting.TryDequeue(out var wanted))
        {
            if (packs.ContainsKey(wanted.Text))
                continue;
            if (!shipped.Contains(wanted.Text))
            {
                issues.Add(wanted.Place, "catalog.unknown-pack", ("pack", wanted.Text),
                    ("nearest", NearestName.Of(wanted.Text, names)), ("known", names.Count == 0 ? null : string.Join(", ", names)));
                continue;
            }
            var contents = DefinitionReader.Begin(shipped[wanted.Text], issues);
            var head = contents.Drafts.OfType<PackDraft>().FirstOrDefault();
            if (head is not null && head.Name != wanted.Text)
                issues.Add(head.Place, "catalog.pack-name", ("name", head.Name), ("folder", wanted.Text));
            packs.Add(wanted.Text, new(wanted.Text, head?.Label ?? LocalText.Same(wanted.Text))
            {
                Description = head?.Description,
                Requires = [.. (head?.Requires ?? []).Select(required => required.Text)],
                Place = head?.Place,
            });
            readers.Add(contents);
            foreach (var required in head?.Requires ?? [])
                waiting.Enqueue(required);
        }
        return new(packs.ToImmutable(), readers.ToImmutable());
    }
}
