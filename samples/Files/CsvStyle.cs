using System.Text;

namespace Kelvin.Samples.Files;

/// <summary>How a system writes its files.</summary>
internal sealed record CsvStyle(char Separator, char DecimalMark, string Dates, Encoding Encoding)
{
    /// <summary>As a web shop exports.</summary>
    public static CsvStyle Plain { get; } = new(',', '.', "yyyy-MM-dd", new UTF8Encoding(false));

    /// <summary>As a Swedish Excel saves "CSV UTF-8": a byte order mark, semicolons and decimal commas.</summary>
    public static CsvStyle SwedishExcel { get; } = new(';', ',', "yyyy-MM-dd", new UTF8Encoding(true));

    /// <summary>As an older Swedish accounting program exports. Windows-1252 is Latin-1 for every character written here.</summary>
    public static CsvStyle Accounting { get; } = new(';', ',', "yyyy-MM-dd", Encoding.Latin1);

    /// <summary>As a German supplier portal exports: the day first.</summary>
    public static CsvStyle SupplierPortal { get; } = new(';', ',', "dd.MM.yyyy", new UTF8Encoding(false));
}
