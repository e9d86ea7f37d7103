using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>Asks which of several tables in a file is meant.</summary>
internal static class WhereIsTheTable
{
    /// <summary>A proposal that is nothing but the question; null where the issue is another.</summary>
    public static FileProposal? Ask(string path, FileFormat known, Issue issue, FileLimits limits)
    {
        var bytes = new TableBytes(path, known.Entry ?? (ZipChoice.Entries(path, limits) is [var only] ? only : null));
        return issue.Code switch
        {
            "import.which-entry" => Open(QuestionKind.Entry, FileKind.Text, ZipChoice.Entries(path, limits)),
            "import.which-sheet" => Open(QuestionKind.Sheet, FileKind.Sheet, Workbooks.Sheets(bytes, limits).Value ?? []),
            "import.which-array" => Open(QuestionKind.Sheet, FileKind.Json, JsonShape.Arrays(new SourceText(bytes, System.Text.Encoding.UTF8, 0, true).OpenText, bytes, limits)),
            _ => null,
        };

        FileProposal Open(QuestionKind about, FileKind kind, IEnumerable<string> names) => new(path, kind, known, [])
        {
            Questions = [new OpenQuestion(about, [.. names.Select(name => new Reading(name, []))])],
        };
    }
}
