using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Compiler;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Trusting;
using Spectre.Console;

namespace Kelvin.Cli.Query.Tables;

/// <summary>An answer as a table for people. Unfinished periods and filled ones are marked, and the marks explained below.</summary>
internal sealed class AnswerTable
{
    private const string UnfinishedMark = " *";
    private const string FilledMark = " °";
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    private readonly MetricAnswer _answer;
    private readonly Terminal _terminal;
    private readonly AnswerWords _words;
    private readonly TrustWords _trust;
    private bool _hasUnfinished;
    private bool _hasFilled;

    private AnswerTable(MetricAnswer answer, MetricCatalog catalog, Terminal terminal)
    {
        (_answer, _terminal) = (answer, terminal);
        _words = new AnswerWords(terminal, catalog, answer.Calendar);
        _trust = new TrustWords(catalog, terminal.Tongue);
    }

    /// <summary>Writes the answer: what it is, its rows, and what its marks mean.</summary>
    public static void Write(MetricAnswer answer, MetricCatalog catalog, Terminal terminal, IAnsiConsole console) =>
        new AnswerTable(answer, catalog, terminal).Write(console);

    private void Write(IAnsiConsole console)
    {
        console.Write(new Text(Title(), Strong));
        console.Write(new Text("  " + Stretch() + "\n", Faint));
        console.Write(Rows());
        if (_hasUnfinished)
            Footnote(console, "*", _terminal.Say("query.unfinished", ("moment", _words.Until(_answer.UnfinishedFrom))));
        if (_hasFilled)
            Footnote(console, "°", _terminal.Say("query.filled"));
        foreach (var note in _answer.Explanation.Notes)
            Footnote(console, "!", note.Message(_terminal.Tongue));
        if (_answer.Explanation.KnownOn is { } known)
            Footnote(console, "!", _terminal.Say("query.known-on", ("moment", _words.Moment(known))));
        foreach (var reason in _answer.Trust.SelectMany(trust => trust.Reasons).Where(reason => reason.Level != TrustLevel.Empty).Select(_trust.Reason).Distinct())
            Footnote(console, "!", reason);
        if (_answer.Frame.Count == 0)
            console.Write(new Text(_terminal.Say("query.no-rows") + "\n", Faint));
    }

    private string Title() => string.Join(", ", _answer.Metrics.Select(metric => metric.Label.In(_terminal.Tongue)));

    private string Stretch()
    {
        var range = _words.Period(_answer.Range) + (IsMarkedAsWhole ? UnfinishedMark : "");
        _hasUnfinished |= IsMarkedAsWhole;
        return _answer.ComparedRange is { } compared ? _terminal.Say("query.compared", ("range", range), ("compared", _words.Period(compared))) : range;
    }

    /// <summary>Without periods the whole range is one, and may be unfinished.</summary>
    private bool IsMarkedAsWhole => _answer.Query.Grain is null && _answer.Query.Range != "all" && !_answer.Range.IsFinishedAt(_answer.UnfinishedFrom);

    private Table Rows()
    {
        var table = new Table { Border = TableBorder.Simple };
        var shown = _answer.Columns.Where(column => column.Role is not (AnswerRole.Filled or AnswerRole.Others)).ToList();
        foreach (var column in shown)
            table.AddColumn(new TableColumn(new Text(Heading(column), column.Role is AnswerRole.Compared or AnswerRole.Change or AnswerRole.Share or AnswerRole.Rank ? Faint : Strong))
            {
                Alignment = IsNumber(column) ? Justify.Right : Justify.Left,
                NoWrap = IsNumber(column) || column.Role == AnswerRole.Period,
            });
        var filled = _answer.Columns.Where(column => column.Role == AnswerRole.Filled).Select(column => _answer.Frame[column.Name]).ToList();
        for (var row = 0; row < _answer.Frame.Count; row++)
        {
            var isFilled = filled.Exists(column => column[row] is true);
            _hasFilled |= isFilled;
            table.AddRow(shown.Select(column => Cell(column, _answer.Frame[column.Name], row, isFilled)));
        }
        return table;
    }

    private Text Cell(AnswerColumn column, FrameColumn values, int row, bool isFilled) => column.Role switch
    {
        AnswerRole.Period => PeriodCell((FrameColumn<Period>)values, row, isFilled),
        AnswerRole.Dimension when IsOthers(column, row) => new Text(_terminal.Say("query.others"), Faint),
        AnswerRole.Change => ChangeCell(column, values[row]),
        AnswerRole.Compared => new Text(_words.Value(values[row], column.Type), Faint),
        _ => new Text(_words.Value(values[row], column.Type), isFilled ? Faint : Style.Plain),
    };

    private bool IsOthers(AnswerColumn dimension, int row) =>
        _answer.Frame.Find(TopGroups.OthersColumn(dimension.Name)) is FrameColumn<bool> others && others.IsKnown(row) && others.Value(row);

    private Text PeriodCell(FrameColumn<Period> periods, int row, bool isFilled)
    {
        if (!periods.IsKnown(row))
            return new Text(_terminal.Say("query.no-time"), Faint);
        var period = periods.Value(row);
        var isUnfinished = !period.IsFinishedAt(_answer.UnfinishedFrom);
        _hasUnfinished |= isUnfinished;
        return new Text(
            _words.Period(period) + (isUnfinished ? UnfinishedMark : "") + (isFilled ? FilledMark : ""), isUnfinished || isFilled ? Faint : Style.Plain);
    }

    private Text ChangeCell(AnswerColumn column, object? value)
    {
        var text = _words.Change(value, column.Type);
        // What is written without a sign rounds to nothing, and then it went nowhere.
        var (arrow, isUp) = text.StartsWith('+') ? ("▲ ", true) : text.StartsWith('−') ? ("▼ ", false) : ("", (bool?)null);
        var isGood = (isUp, _answer.Metrics.First(metric => metric.Name == column.Metric).Better) switch
        {
            (true, Direction.Higher) or (false, Direction.Lower) => true,
            (true, Direction.Lower) or (false, Direction.Higher) => false,
            _ => (bool?)null,
        };
        return new Text(arrow + text, isGood is null ? Style.Plain : new Style(isGood.Value ? Color.Green : Color.Red));
    }

    private string Heading(AnswerColumn column) => column.Role switch
    {
        AnswerRole.Compared => _words.Against(_answer.Query.Compare!),
        AnswerRole.Change => _terminal.Say("query.change"),
        AnswerRole.Share => _terminal.Say("query.share"),
        AnswerRole.Rank => _terminal.Say("query.rank"),
        _ => column.Label.In(_terminal.Tongue),
    };

    private static bool IsNumber(AnswerColumn column) => column.Role != AnswerRole.Period && column.Type.Kind == ValueKind.Number;

    private static void Footnote(IAnsiConsole console, string mark, string text) => console.Write(new Text($"{mark} {text}\n", Faint));
}
