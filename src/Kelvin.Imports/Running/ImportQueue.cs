using System.Collections.Concurrent;
using System.Threading.Channels;
using Kelvin.Imports.Looking;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Loading;

namespace Kelvin.Imports.Running;

/// <summary>
/// Work on uploads that goes on whether or not a page is open. What waits when the process ends is not lost: a page that is opened again
/// asks for it again.
/// </summary>
public sealed class ImportQueue(UploadStore uploads, LookAtFile looking, LoadUpload loading) : IDisposable
{
    private const int MostWaiting = 2_000;
    private const int AtOnce = 2;

    private readonly Channel<Work> _waiting = Channel.CreateBounded<Work>(MostWaiting);
    private readonly ConcurrentDictionary<(string Upload, int File), ImportActivity> _activities = [];

    // Loads write definitions, and read them to decide what to write: they go one at a time, while other files are looked at.
    private readonly SemaphoreSlim _loading = new(1, 1);

    /// <summary>What is being done with a file, or null.</summary>
    public ImportActivity? ActivityOf(string upload, int file) => _activities.GetValueOrDefault((upload, file));

    /// <summary>Whether anything is being done with an upload.</summary>
    public bool IsBusy(string upload) => _activities.Keys.Any(key => key.Upload == upload);

    /// <summary>
    /// Has the files looked at that have not been, as they are said to be written; also those whose load was refused, for a person to choose otherwise.
    /// </summary>
    public void Look(Upload upload)
    {
        foreach (var file in upload.Files.Where(file => file is { IsWaiting: true, Outcome: null or { End: FileEnd.Cancelled } or { End: FileEnd.Refused, Dataset: not null } }
            && looking.Find(upload, file) is null && uploads.Has(upload.Id, file)))
            Begin(upload.Id, [file], new Work(upload.Id, file.Number, null));
    }

    /// <summary>Has the files loaded that are ready; or one of them, which is looked at first where it has not been.</summary>
    public void Load(Upload upload, int? number, Tongue tongue) =>
        Begin(upload.Id, upload.Files.Where(file => file.IsWaiting && (number is null || file.Number == number)), new Work(upload.Id, number, tongue));

    /// <summary>Stops what is being done with an upload. What is loaded by then stays.</summary>
    public void Cancel(string upload)
    {
        foreach (var (key, activity) in _activities)
            if (key.Upload == upload)
                activity.Cancel();
    }

    /// <summary>Works until it is cancelled.</summary>
    /// <param name="failed">Told what went wrong otherwise than is written down.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(failed, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process ends; what waits is asked for again by the page.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _loading.Dispose();

    private void Begin(string upload, IEnumerable<UploadedFile> files, Work work)
    {
        var begun = files.Where(file => _activities.TryAdd((upload, file.Number), new ImportActivity())).Select(file => file.Number).ToList();
        if (begun.Count > 0 && !_waiting.Writer.TryWrite(work with { Files = begun }))
            End(upload, begun);
    }

    private async Task WorkAsync(Action<Exception> failed, CancellationToken cancellationToken)
    {
        await foreach (var work in _waiting.Reader.ReadAllAsync(cancellationToken))
            try
            {
                await DoAsync(work, failed, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // A person stopped it. Files that were only looked at stay out until they are wanted again.
                if (work.Tongue is null)
                    TryChange(work, file => file with { Choices = file.Choices with { IsLeftOut = true } }, failed);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed(failure);
                TryChange(work, file => file.Outcome is { End: FileEnd.Loaded } ? file
                    : file with { Outcome = new FileOutcome { End = FileEnd.Refused, Told = IssueText.Write([Issue.At(null, "import.unforeseen", ("reason", failure.Message))]) } }, failed);
            }
            finally
            {
                End(work.Upload, work.Files);
            }
    }

    private async Task DoAsync(Work work, Action<Exception> failed, CancellationToken cancellationToken)
    {
        if (work.File is { } number && uploads.Find(work.Upload) is { } upload && upload.Find(number) is { } file && ActivityOf(work.Upload, number) is { } activity
            && looking.Find(upload, file) is null)
        {
            activity.Kind = ActivityKind.Looking;
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, activity.Cancelled);
            await looking.LookAsync(upload, file, new Forwarded<double>(activity.Report), stopping.Token);
        }
        if (work.Tongue is not { } tongue)
            return;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await loading.RunAsync(work.Upload, work.File, tongue, number => work.Files.Contains(number) ? ActivityOf(work.Upload, number) : null, failed, cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>What cannot be written down, as on a full disk, is told alone: the next work may well be possible.</summary>
    private void TryChange(Work work, Func<UploadedFile, UploadedFile> change, Action<Exception> failed)
    {
        try
        {
            uploads.Change(work.Upload, upload => upload with { Files = [.. upload.Files.Select(file => work.Files.Contains(file.Number) ? change(file) : file)] });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failed(failure);
        }
    }

    private void End(string upload, IEnumerable<int> files)
    {
        foreach (var file in files)
            if (_activities.TryRemove((upload, file), out var activity))
                activity.Dispose();
    }

    /// <summary>Something to be done: a file to look at, or files to load where a language is given.</summary>
    private sealed record Work(string Upload, int? File, Tongue? Tongue)
    {
        public IReadOnlyList<int> Files { get; init; } = [];
    }
}
