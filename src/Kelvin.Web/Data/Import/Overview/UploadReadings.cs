using System.Collections.Immutable;
using Kelvin.Imports.Looking;
using Kelvin.Imports.Planning;
using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Web.Data.Words;
using Kelvin.Web.Elements;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Data.Import.Overview;

/// <summary>Reads how far each file of an upload has come.</summary>
public sealed class UploadReadings(LookAtFile looking, ImportQueue queue, UploadStore uploads, Reader reader)
{
    /// <summary>The files, in the order in which they came.</summary>
    public ImmutableArray<FileLine> Of(UploadPlan plan)
    {
        var words = new FileWords(reader, new DataWords(reader, plan.Ahead));
        return [.. plan.Upload.Files.Select(file => Line(plan, file, words))];
    }

    private FileLine Line(UploadPlan plan, UploadedFile file, FileWords words)
    {
        var looked = looking.Find(plan.Upload, file);
        var planned = plan.Find(file.Number);
        var line = new FileLine(
            file.Number, file.Mends is null ? file.Name : reader.Say("data.import.mended", ("file", file.Name)),
            looked?.Proposal is { } proposal ? words.Look(proposal) : "", looked?.Proposal is { } counted ? words.Number(counted.Rows) : "",
            planned is null ? TargetOf(file, plan) : words.Target(planned), "", Tone.Neutral)
        {
            IsOpen = planned is not null && file.IsWaiting,
            IsLeftOut = file.Choices.IsLeftOut,
        };
        if (queue.ActivityOf(plan.Upload.Id, file.Number) is { } activity)
            return line with { State = Doing(activity, words), Part = activity.Part, IsOpen = false };
        return file switch
        {
            { Outcome: { End: FileEnd.Loaded } outcome } => Loaded(line, outcome, plan, words),
            { Choices.IsLeftOut: true } => line with { State = reader.Say("data.import.state.left-out") },
            { Outcome: { } outcome } => line with { State = reader.Say("data.import.state.not-loaded"), Tone = Tone.Bad, Told = words.Outcome(outcome) },
            _ when !uploads.Has(plan.Upload.Id, file) => line with { State = reader.Say("data.import.state.gone"), Tone = Tone.Bad },
            _ when looked is null => line with { State = reader.Say("data.import.state.waiting"), Part = 0 },
            _ when looked.Proposal is null => line with { State = reader.Say("data.import.state.unreadable"), Tone = Tone.Bad, Told = looked.Issues is [var issue, ..] ? issue.Message(reader.Tongue) : null },
            _ when planned is { IsReady: true } => line with { State = reader.Say("data.import.state.ready"), Tone = Tone.Good, Told = Problems(planned) },
            _ => line with { State = reader.Say("data.import.state.open", ("n", planned?.Open ?? 1)), Tone = Tone.Risk },
        };
    }

    private string Doing(ImportActivity activity, FileWords words) => activity.Kind == ActivityKind.Loading && activity.Rows > 0
        ? reader.Say("data.import.state.loading-rows", ("rows", words.Number(activity.Rows)))
        : reader.Say("data.import.state." + activity.Kind.ToString().ToLowerInvariant());

    private FileLine Loaded(FileLine line, FileOutcome outcome, UploadPlan plan, FileWords words) => line with
    {
        State = reader.Say("data.import.state.loaded"),
        Tone = outcome.Rejected > 0 && outcome.RejectedFile is not null ? Tone.Risk : Tone.Good,
        Told = words.Outcome(outcome),
        Rows = words.Number(outcome.Accepted + outcome.Rejected),
        Target = outcome.Dataset is { } dataset ? reader.Read(plan.Now.Datasets.GetValueOrDefault(dataset)?.Label) : "",
        TargetHref = outcome.Dataset is { } name ? DataAddress.OfDataset(name) : null,
        Rejected = outcome.RejectedFile is null ? null : reader.Say("data.import.rejected", ("n", outcome.Rejected)),
    };

    private string? Problems(FilePlan plan) =>
        plan.Proposal.Preview.ProblemRows == 0 ? null : reader.Say("data.import.problem-rows", ("n", plan.Proposal.Preview.ProblemRows));

    private string TargetOf(UploadedFile file, UploadPlan plan) =>
        file.Outcome?.Dataset is { } dataset ? reader.Read(plan.Now.Datasets.GetValueOrDefault(dataset)?.Label) : "";
}
