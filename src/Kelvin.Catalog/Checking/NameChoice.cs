using Kelvin.Catalog.Reading;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// Which definition a name means: the workspace's before a pack's. Two of the same rank cannot both be meant, so neither is.
/// </summary>
internal sealed class NameChoice<T>
    where T : Draft
{
    private readonly Dictionary<string, T> _sound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _replaced = new(StringComparer.Ordinal);

    private NameChoice()
    {
    }

    /// <summary>Definitions to go on with, by name.</summary>
    public IReadOnlyDictionary<string, T> Sound => _sound;

    /// <summary>Definitions of packs that the workspace has replaced, by name.</summary>
    public IReadOnlyDictionary<string, T> Replaced => _replaced;

    /// <summary>Chooses among all drafts of a kind; names that are left without a sound definition are noted as faulty.</summary>
    public static NameChoice<T> Of(string kind, IEnumerable<Draft> drafts, ISet<string> faulty, IssueList issues)
    {
        var choice = new NameChoice<T>();
        var ofKind = drafts.Where(draft => draft is T || (draft is BrokenDraft broken && broken.Kind == kind));
        foreach (var same in ofKind.GroupBy(draft => draft.Name, StringComparer.Ordinal))
        {
            var own = same.Where(draft => draft.Pack is null).ToList();
            var candidates = own.Count > 0 ? own : [.. same];
            foreach (var again in candidates.Skip(1))
                issues.Add(again.Place, "catalog.duplicate-name", ("name", same.Key),
                    ("file", candidates[0].Place.File), ("line", candidates[0].Place.Line));
            if (candidates is [T { IsFaulty: false } only])
                choice._sound.Add(same.Key, only);
            else
                faulty.Add(same.Key);
            if (own.Count > 0 && same.FirstOrDefault(draft => draft.Pack is not null) is T replaced)
                choice._replaced.Add(same.Key, replaced);
        }
        return choice;
    }
}
