using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Kelvin.Language;

namespace Kelvin.Loading.Formats;

/// <summary>Opens workbooks of Excel, new (xlsx, xlsb) and old (xls), and chooses the sheet.</summary>
internal static class Workbooks
{
    /// <summary>Whether a file begins as an old workbook does.</summary>
    public static bool IsOld(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The sheets that have rows and are not hidden, in their order.</summary>
    public static Checked<IReadOnlyList<string>> Sheets(TableBytes bytes, FileLimits limits)
    {
        try
        {
            using var workbook = Open(bytes, limits);
            var sheets = new List<string>();
            do
            {
                if (workbook is { VisibleState: "visible", RowCount: > 0, FieldCount: > 0 })
                    sheets.Add(workbook.Name);
            }
            while (workbook.NextResult());
            return Checked<IReadOnlyList<string>>.Sound(sheets);
        }
        catch (UnusableFileException unusable)
        {
            return Checked<IReadOnlyList<string>>.Faulty(unusable.Issue);
        }
    }

    /// <summary>The rows of the sheet that is named, or of the only one that has any.</summary>
    public static Checked<ITypedRows> Choose(TableBytes bytes, string? sheet, FileLimits limits) => Sheets(bytes, limits).Then(sheets =>
    {
        var chosen = sheet is null ? sheets is [var only] ? only : null : sheets.FirstOrDefault(name => string.Equals(name, sheet, StringComparison.OrdinalIgnoreCase));
        if (chosen is not null)
            return Checked<ITypedRows>.Sound(new SheetRows(chosen, limits));
        var code = sheet is not null ? "import.no-sheet" : sheets.Count == 0 ? "import.no-rows" : "import.which-sheet";
        return Checked<ITypedRows>.Faulty(Issue.At(null, code, ("file", bytes.Name), ("sheet", sheet), ("count", sheets.Count),
            ("nearest", sheet is null ? null : NearestName.Of(sheet, sheets)), ("sheets", string.Join(", ", sheets.Take(20)))));
    });

    /// <summary>Opens a workbook at its first sheet.</summary>
    /// <exception cref="UnusableFileException">It is no workbook, protected, broken or too large.</exception>
    public static IExcelDataReader Open(TableBytes bytes, FileLimits limits)
    {
        // Old workbooks have texts in the encodings of their time.
        _ = Text.SourceText.Western;
        var stream = bytes.OpenSeekable();
        try
        {
            if (ZipChoice.IsZip(bytes.Head()) && ZipChoice.WhyUnusable(stream, bytes.Name, limits) is [var issue, ..])
                throw new UnusableFileException(issue);
            stream.Position = 0;
            return ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = false });
        }
        catch (InvalidPasswordException)
        {
            stream.Dispose();
            throw UnusableFileException.With("import.protected-workbook", ("file", bytes.Name));
        }
        catch (Exception broken) when (broken is not UnusableFileException)
        {
            stream.Dispose();
            throw UnusableFileException.With("import.broken-workbook", ("file", bytes.Name));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
