using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Spectre.Console;

namespace Kelvin.Cli.Import;

/// <summary>Shows what a file seems to be: how it is written, its columns, its first rows and its problems, and where its rows go.</summary>
internal sealed class ProposalPrinter(Terminal terminal, MetricCatalog catalog)
{
    private const int ShownRows = 5;
    private const int ShownProblems = 10;
    private const int ShownColumns = 8;
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    /// <summary>Everything about the file itself.</summary>
    public void Print(FileProposal file)
    {
        Line(Headline(file));
        if (file.EncodingSample is { } sample)
            Line("  " + terminal.Say("import.look.letters", ("sample", SafeText.Of(sample))), Faint);
        foreach (var title in file.Titles)
            Line("  " + terminal.Say("import.look.title", ("line", SafeText.Short(title))), Faint);
        if (file.FooterRows > 0)
            Line("  " + terminal.Say("import.look.footers", ("count", file.FooterRows), ("words", string.Join(", ", file.Format.Footers))), Faint);
        if (!file.Format.Missing.IsEmpty)
            Line("  " + terminal.Say("import.look.missing-marks", ("words", string.Join("  ", file.Format.Missing))), Faint);
        if (file.Columns.IsEmpty)
            return;
        PrintColumns(file);
        PrintRows(file);
        PrintProblems(file.Preview);
    }

    /// <summary>Which columns go where.</summary>
    public void PrintMapping(FileProposal file, ImportTarget target)
    {
        if (target.New is { } made)
        {
            Line(terminal.Say("import.look.new", ("name", made.Dataset.Name), ("file", Path.GetFileName(made.Path))));
            Write(new Text(made.Yaml + "\n", Faint));
            return;
        }
        Line(terminal.Say("import.look.goes-to", ("dataset", target.Choices.Dataset.Name), ("label", target.Choices.Dataset.Label.In(terminal.Tongue))));
        var table = Simple("in-file", "column", "why");
        foreach (var match in target.Matches)
            table.AddRow(new Text(SafeText.Short(match.InFile)), new Text(match.Column.Name), new Text(terminal.Say($"import.why.{match.Reason}".ToLowerInvariant()), Faint));
        foreach (var left in file.Columns.Where(column => target.Matches.All(match => match.InFile != column.Name)))
            table.AddRow(new Text(SafeText.Short(left.Name), Faint), new Text("–", Faint), new Text(terminal.Say("import.why.left-out"), Faint));
        Write(table);
    }

    /// <summary>Questions that are still open, beside what is shown.</summary>
    public void PrintQuestions(IEnumerable<Issue> questions)
    {
        foreach (var question in questions)
            Line($"{question.Message(terminal.Tongue)}\n  {question.Hint(terminal.Tongue)}\n", new Style(Color.Yellow));
    }

    /// <summary>What to write in a definition for the next file of the kind to need no questions; nothing where it is written.</summary>
    public void PrintKept(ImportTarget target)
    {
        if (target.New is not null || target.Choices.Dataset.Source is DatasetSource.Files { Format: var own } && FormatYaml.Write(own, "") == FormatYaml.Write(target.Choices.Format with { File = own.File }, ""))
            return;
        Line(terminal.Say("import.look.keep", ("dataset", target.Choices.Dataset.Name), ("file", target.Choices.Dataset.Place?.File ?? "")), Faint);
        Write(new Text(target.Choices.SourceYaml(), Faint));
    }

    /// <summary>The datasets that the file may be for.</summary>
    public void PrintSuggestions(FileProposal file)
    {
        if (new DatasetMatching(catalog, KnownValues.None).Suggest(file) is not { IsEmpty: false } suggestions)
            return;
        Line(terminal.Say("import.look.may-be"));
        foreach (var suggestion in suggestions.Take(3))
            Line("  " + terminal.Say("import.ask.suggestion", ("dataset", suggestion.Dataset.Name), ("label", suggestion.Dataset.Label.In(terminal.Tongue)),
                ("matched", suggestion.Matches.Length), ("columns", suggestion.Dataset.Columns.Count(column => column.IsStored))));
    }

    private string Headline(FileProposal file)
    {
        var parts = new List<string> { terminal.Say(file.Kind == FileKind.Text ? "import.kind.separated" : $"import.kind.{file.Kind}".ToLowerInvariant()) };
        if (file.Format.Entry is { } entry)
            parts.Add(SafeText.Of(entry));
        if (file.Format.Sheet is { } sheet)
            parts.Add(SafeText.Of(sheet));
        if (file.Encoding is { } encoding)
            parts.Add(encoding);
        if (file is { Kind: FileKind.Text, Format.Separator: { } separator })
            parts.Add(terminal.Say("import.look.separator", ("sign", separator == '\t' ? "tab" : separator.ToString())));
        if (file.Format.DecimalMark is { } mark)
            parts.Add(terminal.Say(mark == ',' ? "import.look.comma" : "import.look.point"));
        if ((file.Format.Dates ?? file.Format.Timestamps) is { } dates)
            parts.Add(terminal.Say("import.look.dates", ("format", dates)));
        if (file.Format.HasHeader == false)
            parts.Add(terminal.Say("import.look.no-header"));
        if (!file.Columns.IsEmpty)
            parts.Add(terminal.Say("import.look.rows", ("rows", file.Rows)));
        return $"{SafeText.Of(Path.GetFileName(file.Path))}: {string.Join(", ", parts)}";
    }

    private void PrintColumns(FileProposal file)
    {
        var table = Simple("in-file", "type", "values", "missing", "odd");
        foreach (var column in file.Columns)
            table.AddRow(
                new Text(SafeText.Short(column.Name)), new Text(column.Type + (column.IsUnique ? " *" : "")),
                new Text(SafeText.Short(string.Join(", ", column.Values.Take(4))), Faint), Count(column.Missing, Faint), Count(column.Odd, Bad));
        Write(table);
        if (file.Columns.Any(column => column.IsUnique))
            Line(terminal.Say("import.look.unique"), Faint);
    }

    private void PrintRows(FileProposal file)
    {
        var columns = file.Columns.Take(ShownColumns).ToList();
        var table = new Table { Border = TableBorder.Simple }.AddColumn(new TableColumn(terminal.Say("import.line")).RightAligned());
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(SafeText.Short(column.Name))) { Alignment = column.Kind == ValueKind.Number ? Justify.Right : Justify.Left });
        foreach (var row in file.Preview.First.Take(ShownRows))
            table.AddRow([Number(row.Line), .. columns.Select(column => Cell(row, column))]);
        Write(table);
    }

    private static Text Cell(PreviewRow row, ColumnProposal column)
    {
        var text = column.Field < row.Cells.Length ? row.Cells[column.Field] : "";
        var isOdd = row.Issues.Any(issue => issue.Arguments.GetValueOrDefault("column") is not string name || name == column.Name);
        return isOdd ? new Text("✗ " + SafeText.Short(text), Bad) : new Text(SafeText.Short(text));
    }

    private void PrintProblems(FilePreview preview)
    {
        if (preview.ProblemRows == 0)
            return;
        Line(terminal.Say("import.look.problems", ("count", preview.ProblemRows)), Bad);
        var table = new Table { Border = TableBorder.Simple }.AddColumn(new TableColumn(terminal.Say("import.line")).RightAligned()).AddColumn(terminal.Say("import.reason"));
        foreach (var row in preview.Problems.Take(ShownProblems))
            table.AddRow(Number(row.Line), new Text(SafeText.Of(string.Join(" · ", row.Issues.Select(issue => issue.Message(terminal.Tongue))))));
        Write(table);
    }

    private Table Simple(params ReadOnlySpan<string> headings)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(terminal.Say("import.heading." + heading))));
        return table;
    }

    private Text Count(long count, Style style) => count == 0 ? new Text("") : Number(count, style);

    private Text Number(long number, Style? style = null) => new(number.ToString("N0", Texts.CultureOf(terminal.Tongue)), style ?? Style.Plain);

    private void Line(string text, Style? style = null) => Write(new Text(text + "\n", style ?? Style.Plain));

    private void Write(Spectre.Console.Rendering.IRenderable what) => terminal.Output.Write(what);
}
