using Kelvin.Language;

namespace Kelvin.Catalog.Yaml;

/// <summary>Says in plain words why a text cannot be read as YAML.</summary>
internal static class BrokenYaml
{
    // What the scanner says, and what a person would want to be told. The first that fits counts.
    private static readonly (string Part, string Code)[] Known =
    [
        ("alias", "catalog.yaml-alias"),
        ("anchor", "catalog.yaml-alias"),
        ("tag", "catalog.yaml-tag"),
        ("too deep", "catalog.yaml-depth"),
        ("second document", "catalog.yaml-second"),
        ("document", "catalog.yaml-second"),
        ("quoted scalar, found unexpected", "catalog.yaml-quote"),
        ("escape", "catalog.yaml-escape"),
        ("quoted", "catalog.yaml-quote"),
        ("invalid mapping", "catalog.yaml-colon"),
        ("Mapping values", "catalog.yaml-colon"),
        ("could not find expected ':'", "catalog.yaml-no-colon"),
        ("flow", "catalog.yaml-bracket"),
        ("expected node content", "catalog.yaml-bracket"),
        ("cannot start", "catalog.yaml-character"),
        ("expected key", "catalog.yaml-indent"),
        ("expected '-'", "catalog.yaml-indent"),
        ("Block sequence entries", "catalog.yaml-indent"),
        ("block scalar", "catalog.yaml-block"),
    ];

    public static Issue Explain(SourceText source, int at, int documentStart, string message)
    {
        at = Math.Clamp(at, documentStart, source.Text.Length);
        if (TabIn(source, documentStart, at) is { } tab)
            return Issue.At(source.PlaceOf(tab, 1), "catalog.yaml-tab");
        if (ControlIn(source, documentStart) is { } control)
            return Issue.At(source.PlaceOf(control, 1), "catalog.yaml-control");
        var code = Known.FirstOrDefault(known => message.Contains(known.Part, StringComparison.Ordinal)).Code ?? "catalog.yaml-broken";
        return Issue.At(PlaceOfLine(source, at, code), code);
    }

    /// <summary>At the end of a text or of a line the reader found nothing; then the last line that says something is shown.</summary>
    private static Place PlaceOfLine(SourceText source, int at, string code)
    {
        while (at > 0 && (at >= source.Text.Length || char.IsWhiteSpace(source.Text[at])))
            at--;
        var line = source.Line(source.LineOf(at));
        var start = source.LineStarts[source.LineOf(at)];
        var isWholeLine = code is "catalog.yaml-no-colon" or "catalog.yaml-indent" or "catalog.yaml-broken";
        return isWholeLine
            ? source.PlaceOf(start + line.Length - line.TrimStart().Length, line.Trim().Length)
            : source.PlaceOf(at, 1);
    }

    /// <summary>A tab among the blanks that begin one of the lines up to the one after the fault.</summary>
    private static int? TabIn(SourceText source, int from, int to)
    {
        var last = Math.Min(source.LineOf(to) + 1, source.LineStarts.Count - 1);
        for (var line = source.LineOf(from); line <= last; line++)
        {
            var text = source.Line(line);
            var indent = text[..(text.Length - text.TrimStart().Length)].IndexOf('\t');
            if (indent >= 0 && text.Trim().Length > 0)
                return source.LineStarts[line] + indent;
        }
        return null;
    }

    private static int? ControlIn(SourceText source, int from)
    {
        for (var at = from; at < source.Text.Length; at++)
            if (char.IsControl(source.Text[at]) && source.Text[at] is not ('\n' or '\r' or '\t' or '\u0085'))
                return at;
        return null;
    }
}
