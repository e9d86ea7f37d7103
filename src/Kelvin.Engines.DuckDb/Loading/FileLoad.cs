using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Writing;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Loads a file into a dataset: all of its sound rows or, when it is given up, none.</summary>
internal sealed class FileLoad(
    DuckDbInstance instance, DuckDbEngine engine, ViewStates prepared, TimeProvider clock, LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
{
    public async Task<Checked<LoadReport>> RunAsync()
    {
        var context = new LoadContext(instance, engine, prepared, clock, request, progress, cancellationToken);
        context.Report(LoadStage.Inspecting);
        if (WhyNoRows.Of(request.Dataset, request.Mode) is { } refusal)
            return Checked<LoadReport>.Faulty(refusal);
        if (request.Paths.Select(FileInspection.WhyUnreadable).FirstOrDefault(issue => issue is not null) is { } unreadable)
            return Checked<LoadReport>.Faulty(unreadable);
        try
        {
            return await (request.Others.IsEmpty && FileInspection.IsParquet(request.Path) ? new ParquetLoad(context).RunAsync() : new TextLoad(context).RunAsync());
        }
        catch (RefusedLoadException refused)
        {
            return Checked<LoadReport>.Faulty(await LoadInspection.RefusedAsync(engine, refused, cancellationToken));
        }
        catch (UnusableFileException unusable)
        {
            return Checked<LoadReport>.Faulty(unusable.Issue);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Checked<LoadReport>.Faulty(Issue.At(null, "import.unreadable-file", ("file", request.Path), ("reason", failure.Message)));
        }
    }
}
