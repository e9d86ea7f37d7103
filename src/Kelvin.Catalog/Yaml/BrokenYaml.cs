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
        return LookAgain(source, at, code);
    }

    /// <summary>The scanner says where it gave up; the line itself often tells more plainly what is amiss.</summary>
    private static Issue LookAgain(SourceText source, int at, string code)
    {
        at = BackToText(source, at);
        var number = source.LineOf(at);
        var line = source.Line(number);
        if ((code is "catalog.yaml-indent" or "catalog.yaml-broken") && line.Trim().Length > 0 && !line.Contains(':') && !line.TrimStart().StartsWith("-"))
            code = "catalog.yaml-no-colon";
        else if (code == "catalog.yaml-broken" && Unclosed(line) is { } bracket)
            return Issue.At(source.PlaceOf(source.LineStarts[number] + bracket, 1), "catalog.yaml-bracket");
        else if (code == "catalog.yaml-colon" && number > 0 && IsFirstColon(line, at - source.LineStarts[number])
            && Indent(line) > Indent(source.Line(number - 1)))
            code = "catalog.yaml-indent";
        return Issue.At(PlaceOfLine(source, at, code), code);
    }

    private static bool IsFirstColon(ReadOnlySpan<char> line, int at) => line.IndexOf(':') >= at - 1 && line.IndexOf(':') <= at + 1;

    private static int Indent(ReadOnlySpan<char> line) => line.Length - line.TrimStart().Length;

    /// <summary>The first bracket or brace of a line that it does not close; signs inside quotes count too, as guesses may.</summary>
    private static int? Unclosed(ReadOnlySpan<char> line)
    {
        var open = new Stack<int>();
        for (var at = 0; at < line.Length; at++)
            if (line[at] is '[' or '{')
                open.Push(at);
            else if (line[at] is ']' or '}')
                open.TryPop(out _);
        return open.Count == 0 ? null : open.Last();
    }

    /// <summary>At the end of a text or of a line the scanner found nothing; then the last sign before it is meant.</summary>
    private static int BackToText(SourceText source, int at)
    {
        while (at > 0 && (at >= source.Text.Length || char.IsWhiteSpace(source.Text[at])))
            at--;
        return at;
    }

    private static Place PlaceOfLine(SourceText source, int at, string code)
    {
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
