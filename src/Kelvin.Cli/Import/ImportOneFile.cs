using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Versions;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Kelvin.Queries.Warehouse;
using Kelvin.Workspace;

namespace Kelvin.Cli.Import;

/// <summary>
/// Imports files about which something is still to be said: shows what the first one seems to be, asks what it leaves open, and loads
/// all with the same choices.
/// </summary>
internal sealed class ImportOneFile(Session session, WorkspaceAtWork workspace, WorkspaceFolder folder, ImportAnswers answers)
{
    private readonly Terminal _terminal = session.Terminal;
    private readonly FileQuestions _questions = new(session.Terminal);

    private MetricCatalog Catalog => workspace.Definitions.Catalog;

    public async Task<int> RunAsync(ImmutableArray<string> files, FileFormat known, CancellationToken cancellationToken)
    {
        var look = new LookAtFile(_terminal, Catalog.Settings.Currency);
        var looked = await look.RunAsync(files[0], known, cancellationToken);
        while (looked is { IsSound: true, Value.Questions: [var open, ..] } && _terminal.CanAsk)
            looked = await look.RunAsync(files[0], open.Answer(looked.Value.Format, await _questions.AskAsync(open, cancellationToken)), cancellationToken);
        if (!looked.IsSound)
            return Report(looked.Issues);
        var printer = new ProposalPrinter(_terminal, Catalog);
        printer.Print(looked.Value);
        if (looked.Value.Questions is { IsEmpty: false } questions)
            return answers.IsDryRun ? Asked(printer, [.. questions.Select(_questions.Open)]) : UsageErrors.Report(questions.Select(_questions.Open), _terminal);
        var target = await ChooseAsync(looked.Value, cancellationToken);
        if (!target.IsSound)
            return answers.IsDryRun ? Asked(printer, target.Issues) : UsageErrors.Report(target.Issues, _terminal);
        printer.PrintMapping(looked.Value, target.Value);
        return answers.IsDryRun ? ExitCode.Fine : await LoadAsync(files, target.Value, cancellationToken);
    }

    private static int Asked(ProposalPrinter printer, ImmutableArray<Issue> open)
    {
        printer.PrintQuestions(open);
        return ExitCode.Fine;
    }

    private int Report(ImmutableArray<Issue> issues)
    {
        new IssuePrinter(_terminal, _terminal.Notes, _ => null).Print(issues);
        return ExitCode.Issues;
    }

    /// <summary>Where the rows go and by which columns: as said on the command line, else as a person answers.</summary>
    private async Task<Checked<ImportTarget>> ChooseAsync(FileProposal file, CancellationToken cancellationToken)
    {
        var matching = new DatasetMatching(Catalog, KnownValues.None);
        var suggestions = matching.Suggest(file);
        var name = answers.New;
        var dataset = answers.Dataset is { } named ? Catalog.Datasets[named] : null;
        if (name is null && dataset is null)
        {
            if (!_terminal.CanAsk)
                return Checked<ImportTarget>.Faulty(_questions.OpenDataset(file, suggestions));
            (dataset, name) = await _questions.AskDatasetAsync(file, suggestions, cancellationToken);
        }
        if (name is not null)
            return new NewDefinition(folder, workspace.Definitions).Make(name, file).Then(made => Checked<ImportTarget>.Sound(
                new ImportTarget(new ImportChoices(made.Dataset, made.Format, LoadMode.Replace) { Looked = file }, [], made)));
        return await MapAsync(file, matching.Of(file, dataset!), cancellationToken);
    }

    private async Task<Checked<ImportTarget>> MapAsync(FileProposal file, DatasetSuggestion suggestion, CancellationToken cancellationToken)
    {
        var matches = ColumnAnswers.Over(suggestion, answers.Maps, file);
        if (!matches.IsSound)
            return Checked<ImportTarget>.Faulty(matches.Issues);
        var known = matches.Value;
        foreach (var column in known.Lacking)
        {
            if (!_terminal.CanAsk)
                return Checked<ImportTarget>.Faulty(_questions.OpenColumns(known, file));
            known = known.With(column, await _questions.AskColumnAsync(column, known, file, cancellationToken));
        }
        var mode = answers.Mode;
        if (mode is null && (await workspace.Warehouse.StatesAsync(cancellationToken)).GetValueOrDefault(suggestion.Dataset.Name) is { Rows: > 0 and var rows })
        {
            if (!_terminal.CanAsk)
                return Checked<ImportTarget>.Faulty(_questions.OpenMode(suggestion.Dataset, rows));
            mode = await _questions.AskModeAsync(suggestion.Dataset, rows, cancellationToken);
        }
        return Checked<ImportTarget>.Sound(new ImportTarget(
            ImportChoices.Of(suggestion.Dataset, file.Format, known.Matches, mode ?? LoadMode.Replace) with { Looked = file }, known.Matches, null));
    }

    private async Task<int> LoadAsync(ImmutableArray<string> files, ImportTarget target, CancellationToken cancellationToken)
    {
        using var written = target.New?.Write();
        if (target.New is not null && await workspace.Warehouse.PrepareAsync(OpenedWorkspace.Read(folder).Catalog, cancellationToken) is { IsEmpty: false } issues)
            return Report(issues);
        var request = target.Choices.RequestFor(files[0], Catalog.Settings.Zone, _terminal.Tongue) with { Others = files[1..], Person = CommandPerson.Of(session) };
        var loads = new LoadInTurn(_terminal, workspace);
        var code = await loads.RunAsync(request.AsVersions(), cancellationToken);
        if (!loads.AnyTaken)
            return code;
        written?.Keep();
        new ProposalPrinter(_terminal, Catalog).PrintKept(target);
        return code;
    }
}
