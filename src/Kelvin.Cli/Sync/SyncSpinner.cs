using Kelvin.Cli.Terminals;
using Kelvin.Collection.Sources;
using Spectre.Console;

namespace Kelvin.Cli.Sync;

/// <summary>How far it has come, while a person watches; nothing otherwise.</summary>
internal static class SyncSpinner
{
    public static Task<T> ShowAsync<T>(Terminal terminal, Func<IProgress<SyncProgress>?, Task<T>> work) => !terminal.AreNotesWatched
        ? work(null)
        : terminal.Notes.Status().StartAsync(Markup.Escape(terminal.Say("sync.begins")), status => work(new Shown(terminal, status)));

    private sealed class Shown(Terminal terminal, StatusContext status) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => status.Status(Markup.Escape(terminal.Say(
            value.Attempt > 1 ? "sync.goes-on-again" : "sync.goes-on", ("dataset", value.Dataset), ("rows", value.Rows), ("attempt", value.Attempt))));
    }
}
