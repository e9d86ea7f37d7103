using Kelvin.Cli.Terminals;
using Kelvin.Queries.Warehouse;
using Spectre.Console;

namespace Kelvin.Cli.Import;

/// <summary>A bar per file while a person watches; nothing otherwise.</summary>
internal sealed class LoadBars(ProgressContext? context)
{
    /// <summary>Shows bars while the work runs; they are gone when it has ended, for the report takes their place.</summary>
    public static Task<T> ShowAsync<T>(Terminal terminal, Func<LoadBars, Task<T>> work) =>
        !terminal.AreNotesWatched
            ? work(new LoadBars(null))
            : terminal.Notes.Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
                .StartAsync(shown => work(new LoadBars(shown)));

    /// <summary>A bar for a file, or null when nobody watches.</summary>
    public IProgress<LoadProgress>? Begin(string file) => context is null ? null : new Bar(context.AddTask(Markup.Escape(SafeText.Of(file)), maxValue: 1));

    // Reading is most of a load; the other stages get what is left.
    private sealed class Bar(ProgressTask task) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => task.Value = Math.Max(task.Value, value.Stage switch
        {
            LoadStage.Inspecting => 0.1 * (value.Fraction ?? 0),
            LoadStage.Reading => 0.1 + 0.7 * (value.Fraction ?? 0),
            LoadStage.Checking => 0.8 + 0.1 * (value.Fraction ?? 0),
            _ => 0.9 + 0.1 * (value.Fraction ?? 0),
        });
    }
}
