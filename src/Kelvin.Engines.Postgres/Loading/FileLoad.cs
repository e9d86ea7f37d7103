using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Writing;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Postgres.Loading;

/// <summary>Loads a file into a dataset: all of its sound rows or, when it is given up, none.</summary>
internal sealed class FileLoad(PostgresEngine engine, ViewStates prepared, PostgresSettings settings, LoadRequest request, IProgress<LoadProgress>? progress)
{
    public async Task<Checked<LoadReport>> RunAsync(CancellationToken cancellationToken)
    {
        progress?.Report(new LoadProgress(LoadStage.Inspecting, null, 0));
        if (WhyNot() is { } refusal)
            return Checked<LoadReport>.Faulty(refusal);
        try
        {
            return await new TextLoad(engine, prepared, settings, request, progress, cancellationToken).RunAsync();
        }
        catch (RefusedLoadException refused)
        {
            return Checked<LoadReport>.Faulty(await LoadInspection.RefusedAsync(engine, refused, cancellationToken));
        }
        catch (Exception failure) when ((failure as UnusableFileException ?? failure.InnerException as UnusableFileException) is { } unusable)
        {
            return Checked<LoadReport>.Faulty(unusable.Issue);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Checked<LoadReport>.Faulty(Issue.At(null, "import.unreadable-file", ("file", request.Path), ("reason", failure.Message)));
        }
    }

    private Issue? WhyNot() => WhyNoRows.Of(request.Dataset, request.Mode) ?? request.Paths.Select(FileInspection.WhyUnreadable).FirstOrDefault(issue => issue is not null);
}
