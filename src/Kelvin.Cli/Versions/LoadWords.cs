using Kelvin.Cli.Terminals;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Versions;

/// <summary>A load in words.</summary>
internal sealed class LoadWords(Terminal terminal)
{
    /// <summary>What it was: a file by its name, the undoing of another, and whether it has been undone since.</summary>
    public string What(LoadRecord load)
    {
        var what = load.Undoes is { } undone ? terminal.Say("loads.undoes", ("load", undone))
            : load.Source ?? terminal.Say("loads.kinds." + load.Kind.ToString().ToLowerInvariant());
        return load.UndoneBy is { } by ? $"{what}, {terminal.Say("loads.undone-by", ("load", by))}" : what;
    }

    /// <summary>What it changed.</summary>
    public string Rows(LoadRecord load) => string.Join(", ", new (string Word, long Rows)[]
    {
        ("added", load.Added), ("replaced", load.Replaced), ("removed", load.Removed), ("unchanged", load.Unchanged), ("rejected", load.Rejected),
    }.Where(part => part.Rows > 0).Select(part => terminal.Say("loads.rows." + part.Word, ("rows", part.Rows))));

    /// <summary>Who did it and why, as far as that is known.</summary>
    public string Who(LoadRecord load) => string.Join(": ", new[] { load.Person, load.Reason }.OfType<string>());
}
