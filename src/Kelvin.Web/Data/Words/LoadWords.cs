using Kelvin.Queries.Warehouse;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Data.Words;

/// <summary>A load in a reader's words.</summary>
internal sealed class LoadWords(Reader reader, DataWords words)
{
    /// <summary>What it was: a file by its name, the undoing of another, and whether it has been undone since.</summary>
    public string What(LoadRecord load)
    {
        var what = load.Undoes is { } undone ? reader.Say("data.load.undoes", ("load", undone))
            : load.Source ?? reader.Say("data.load.kinds." + load.Kind.ToString().ToLowerInvariant());
        return load.UndoneBy is { } by ? $"{what}, {reader.Say("data.load.undone-by", ("load", by))}" : what;
    }

    /// <summary>What it changed.</summary>
    public string Rows(LoadRecord load) => string.Join(", ", new (string Word, long Rows)[]
    {
        ("added", load.Added), ("replaced", load.Replaced), ("removed", load.Removed), ("unchanged", load.Unchanged), ("rejected", load.Rejected),
    }.Where(part => part.Rows > 0).Select(part => reader.Say("data.load.rows." + part.Word, ("rows", words.Number(part.Rows)))));

    /// <summary>Who did it and why, as far as that is known.</summary>
    public static string Who(LoadRecord load) => string.Join(": ", new[] { load.Person, load.Reason }.OfType<string>());
}
