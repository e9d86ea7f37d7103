using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Imports.Matching;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Kelvin.Queries.Warehouse;
using Spectre.Console;

namespace Kelvin.Cli.Import;

/// <summary>Asks what a file leaves open; where nobody can answer, says which question it is and which options answer it.</summary>
internal sealed class FileQuestions(Terminal terminal)
{
    private const int Shown = 8;

    /// <summary>Asks about a reading of the file.</summary>
    public async Task<string> AskAsync(OpenQuestion question, CancellationToken cancellationToken)
    {
        var sample = question.Readings[0].Samples.FirstOrDefault();
        var title = terminal.Say($"import.ask.{Key(question)}", ("written", sample?.Written ?? ""), ("column", sample?.Column ?? ""));
        return (await SelectAsync(title, question.Readings, reading => Meaning(reading) is { } meaning ? $"{meaning}  ({reading.Choice})" : reading.Choice, cancellationToken)).Choice;
    }

    /// <summary>The same question as an issue.</summary>
    public Issue Open(OpenQuestion question)
    {
        var sample = question.Readings[0].Samples.FirstOrDefault();
        var option = Key(question) switch { "entry" => "--entry", "sheet" => "--sheet", "dates" => "--dates", "timestamps" => "--timestamps", _ => "--decimal" };
        var readings = question.Readings.Take(Shown).Select(reading => (Said: $"{option} {Quoted(reading.Choice)}", Meaning: Meaning(reading)));
        return Issue.At(null, $"cli.import.open.{Key(question)}",
            ("written", sample?.Written), ("column", sample?.Column), ("count", question.Readings.Length),
            ("options", string.Join(", ", readings.Select(reading => reading.Meaning is null ? reading.Said : $"{reading.Said} ({reading.Meaning})"))));
    }

    /// <summary>Asks which dataset the rows belong to; a name where it is to be made.</summary>
    public async Task<(Dataset? Dataset, string? New)> AskDatasetAsync(FileProposal file, ImmutableArray<DatasetSuggestion> suggestions, CancellationToken cancellationToken)
    {
        var chosen = await SelectAsync<DatasetSuggestion?>(terminal.Say("import.ask.dataset"), [.. suggestions.Take(Shown), null],
            suggestion => suggestion is null ? terminal.Say("import.ask.new") : Describe(suggestion), cancellationToken);
        if (chosen is not null)
            return (chosen.Dataset, null);
        var proposed = NewDataset.NameOf(Path.GetFileNameWithoutExtension(file.Path));
        return (null, await new TextPrompt<string>(Markup.Escape(terminal.Say("import.ask.name"))).DefaultValue(proposed).ShowAsync(terminal.Notes, cancellationToken));
    }

    /// <summary>The same question as an issue.</summary>
    public Issue OpenDataset(FileProposal file, ImmutableArray<DatasetSuggestion> suggestions) => Issue.At(null, "cli.import.open.dataset",
        ("file", Path.GetFileName(file.Path)), ("name", NewDataset.NameOf(Path.GetFileNameWithoutExtension(file.Path))),
        ("suggestions", suggestions.IsEmpty ? null : string.Join(", ", suggestions.Take(3).Select(suggestion => $"--dataset {suggestion.Dataset.Name}"))));

    /// <summary>Asks which column of the file goes to a column that must have values.</summary>
    public async Task<string> AskColumnAsync(Column column, ColumnAnswers answers, FileProposal file, CancellationToken cancellationToken)
    {
        var free = file.Columns.Where(candidate => answers.Matches.All(match => match.InFile != candidate.Name)).ToList();
        return (await SelectAsync<ColumnProposal>(terminal.Say("import.ask.column", ("column", column.Name)), free.Count > 0 ? free : file.Columns,
            candidate => $"{candidate.Name}  ({string.Join(", ", candidate.Values.Take(3))})", cancellationToken)).Name;
    }

    /// <summary>The same question as an issue, about all columns that lack one.</summary>
    public ImmutableArray<Issue> OpenColumns(ColumnAnswers answers, FileProposal file)
    {
        var free = string.Join(", ", file.Columns.Where(candidate => answers.Matches.All(match => match.InFile != candidate.Name)).Select(candidate => candidate.Name).Take(Shown));
        return [.. answers.Lacking.Select(column => Issue.At(null, "cli.import.open.column",
            ("column", column.Name), ("dataset", answers.Dataset.Name), ("free", free.Length == 0 ? null : free)))];
    }

    /// <summary>Asks what becomes of the rows that are there.</summary>
    public Task<LoadMode> AskModeAsync(Dataset dataset, long rows, CancellationToken cancellationToken) =>
        SelectAsync(terminal.Say("import.ask.mode", ("dataset", dataset.Name), ("rows", rows)), ModesFor(dataset),
            mode => terminal.Say($"import.mode.{mode.ToString().ToLowerInvariant()}"), cancellationToken);

    /// <summary>The same question as an issue.</summary>
    public Issue OpenMode(Dataset dataset, long rows) => Issue.At(null, "cli.import.open.mode", ("dataset", dataset.Name), ("rows", rows),
        ("options", string.Join(", ", ModesFor(dataset).Select(mode => $"--mode {mode.ToString().ToLowerInvariant()}"))));

    /// <summary>Rows are replaced and removed one by one by their key, where they have one.</summary>
    private static IEnumerable<LoadMode> ModesFor(Dataset dataset) =>
        Enum.GetValues<LoadMode>().Where(mode => mode is LoadMode.Replace or LoadMode.Append || !dataset.RowKey.IsEmpty);

    private string Describe(DatasetSuggestion suggestion) => terminal.Say("import.ask.suggestion",
        ("dataset", suggestion.Dataset.Name), ("label", suggestion.Dataset.Label.In(terminal.Tongue)),
        ("matched", suggestion.Matches.Length), ("columns", suggestion.Dataset.Columns.Count(column => column.IsStored)));

    /// <summary>What a value of the file means in a reading.</summary>
    private string? Meaning(Reading reading) => reading.Samples.FirstOrDefault() switch
    {
        { Day: { } day } => day.ToString("d MMMM yyyy", Texts.CultureOf(terminal.Tongue)),
        { Number: { } number } => decimal.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value.ToString("#,0.##########", Texts.CultureOf(terminal.Tongue)) : number,
        _ => null,
    };

    private static string Key(OpenQuestion question) => question.About.ToString().ToLowerInvariant();

    private static string Quoted(string choice) => choice.Contains(' ', StringComparison.Ordinal) ? $"\"{choice}\"" : choice;

    // A prompt needs choices that are something, and one of them may be nothing.
    private async Task<T> SelectAsync<T>(string title, IEnumerable<T> choices, Func<T, string> say, CancellationToken cancellationToken) =>
        (await new SelectionPrompt<Choice<T>>().Title(Markup.Escape(SafeText.Of(title))).PageSize(12)
            .UseConverter(choice => Markup.Escape(SafeText.Of(say(choice.Value))))
            .AddChoices(choices.Select(choice => new Choice<T>(choice))).ShowAsync(terminal.Notes, cancellationToken)).Value;

    private sealed record Choice<T>(T Value);
}
