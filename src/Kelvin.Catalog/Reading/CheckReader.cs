using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Calendars;
using Kelvin.Catalog.Expectations;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads one of the <c>checks:</c> of a dataset. The key that says what is checked says which others there are.</summary>
internal static partial class CheckReader
{
    private const int UsualDays = 7;
    private const int MostDays = 366;

    /// <summary>An index of 0.2 is where a shift is held to be one; under 0.1 nothing has moved.</summary>
    private const decimal UsualShift = 0.2m;

    private static readonly string[] Common = ["name", "label", "why", "owner", "otherwise"];

    private static readonly FrozenDictionary<string, (CheckKind Kind, string[] Others)> Kinds = new Dictionary<string, (CheckKind, string[])>
    {
        ["check"] = (CheckKind.Check, ["per", "by", "over"]),
        ["holds"] = (CheckKind.Holds, ["allow", "over"]),
        ["missing"] = (CheckKind.Missing, ["allow", "over"]),
        ["linked"] = (CheckKind.Linked, ["allow", "over"]),
        ["unique"] = (CheckKind.Unique, []),
        ["complete"] = (CheckKind.Complete, ["by", "over"]),
        ["usual"] = (CheckKind.Usual, ["per", "within"]),
        ["shift"] = (CheckKind.Shift, ["over", "most"]),
    }.ToFrozenDictionary();

    private static readonly Vocabulary<CheckConsequence> Consequences = new(
        ("mark", CheckConsequence.Mark), ("block", CheckConsequence.Block), ("note", CheckConsequence.Note));

    public static CheckDraft? Read(YamlNode.Mapping group, Vocabulary<Grain> grains, IssueList issues)
    {
        var before = issues.Errors;
        var heads = group.Entries.Where(entry => Kinds.ContainsKey(entry.Key.Text)).ToList();
        if (heads is not [var head])
        {
            issues.Add(heads.ElementAtOrDefault(1)?.Key.Place ?? group.Place, "trust.what", ("known", string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))));
            return null;
        }
        var (kind, others) = Kinds[head.Key.Text];
        var fields = new Fields(group, [head.Key.Text, .. others, .. Common], issues);
        var subject = kind == CheckKind.Unique ? fields.List("unique") : fields.Text(head.Key.Text) is { } text ? [text] : [];
        var draft = new CheckDraft(kind, subject, fields.Word("otherwise", CheckConsequence.Mark, Consequences))
        {
            Name = fields.Text("name"),
            Label = fields.Local("label"),
            Why = fields.Local("why"),
            Owner = fields.Text("owner")?.Text,
            By = fields.List("by"),
        };
        draft = kind switch
        {
            CheckKind.Check => draft with { Per = fields.Text("per"), Grain = fields.Has("per") ? fields.Word("per", Grain.Day, grains) : null, Over = fields.Text("over") },
            CheckKind.Complete => Complete(draft, fields, grains),
            CheckKind.Usual => Usual(draft, fields, issues),
            CheckKind.Shift => Shift(draft, fields, issues),
            _ => draft with { Over = fields.Text("over"), Allowed = Allowed(fields, issues) },
        };
        return issues.Errors > before || subject.IsEmpty ? null : draft;
    }

    private static CheckDraft Complete(CheckDraft draft, Fields fields, Vocabulary<Grain> grains)
    {
        var isWorkingDay = draft.Subject is [{ Text: "working_day" }];
        var grain = isWorkingDay ? Grain.Day : fields.Word("complete", Grain.Day, grains);
        return draft with { Grain = grain, OnlyWorkingDays = isWorkingDay, Per = draft.Subject.FirstOrDefault(), Over = fields.Text("over") };
    }

    private static CheckDraft Usual(CheckDraft draft, Fields fields, IssueList issues)
    {
        var grain = fields.Word("per", Grain.Day, new Vocabulary<Grain>(("day", Grain.Day), ("week", Grain.Week), ("month", Grain.Month)));
        if (draft.Subject is [var subject] && !fields.Has("within"))
            issues.Add(subject.Place, "catalog.missing-key", ("key", "within"), ("example", "within: 40 %"));
        var within = fields.Text("within") is { } written ? Share(written, issues) : null;
        return draft with { Grain = grain, Per = fields.Text("per") ?? draft.Subject.FirstOrDefault(), Bound = within ?? 0 };
    }

    private static CheckDraft Shift(CheckDraft draft, Fields fields, IssueList issues)
    {
        var days = UsualDays;
        if (fields.Text("over") is { } over && (FreshnessText.Length(over.Text) is not { Ticks: var ticks } || ticks % TimeSpan.TicksPerDay != 0
            || (days = (int)(ticks / TimeSpan.TicksPerDay)) > MostDays))
            issues.Add(over.Place, "trust.shift-days", ("value", over.Text), ("most", MostDays));
        var most = UsualShift;
        if (fields.Text("most") is { } written && !(decimal.TryParse(written.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out most) && most > 0))
            issues.Add(written.Place, "trust.shift-most", ("value", written.Text));
        return draft with { Days = days, Bound = most };
    }

    private static Allowance Allowed(Fields fields, IssueList issues)
    {
        if (fields.Text("allow") is not { } written)
            return Allowance.None;
        if (Amount().Match(written.Text.Trim()) is { Success: true } match
            && decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            if (match.Groups["sign"].Value == "%" && number <= 100)
                return new Allowance(number / 100, true);
            if (match.Groups["sign"].Value != "%" && decimal.IsInteger(number))
                return new Allowance(number, false);
        }
        issues.Add(written.Place, "trust.allow", ("value", written.Text));
        return Allowance.None;
    }

    private static decimal? Share(YamlNode.Scalar written, IssueList issues)
    {
        if (Amount().Match(written.Text.Trim()) is { Success: true } match && match.Groups["sign"].Value == "%"
            && decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number / 100;
        issues.Add(written.Place, "trust.within", ("value", written.Text));
        return null;
    }

    [GeneratedRegex(@"\A(?<number>[0-9]{1,9}(\.[0-9]{1,6})?) *(?<sign>%|rows?)?\z")]
    private static partial Regex Amount();
}
