namespace Kelvin.Web.Data;

/// <summary>Where the pages about data are.</summary>
public static class DataAddress
{
    /// <summary>The list of datasets and connections.</summary>
    public const string Start = "/data";

    /// <summary>The page of a dataset.</summary>
    public static string OfDataset(string name) => $"{Start}/datasets/{Uri.EscapeDataString(name)}";

    /// <summary>Where the form goes that undoes a load.</summary>
    public static string Undo(string dataset, long load) => FormattableString.Invariant($"{OfDataset(dataset)}/loads/{load}/undo");

    /// <summary>Where the form goes that fetches a dataset over its connection.</summary>
    public static string Fetch(string dataset) => OfDataset(dataset) + "/fetch";

    /// <summary>Where files are chosen or dropped to be imported.</summary>
    public const string Import = Start + "/import";

    /// <summary>What a choice says that is to be found out from the file.</summary>
    public const string FindOut = "?";

    /// <summary>What the choice of a dataset says for one that is to be made.</summary>
    public const string NewDataset = "?new";

    /// <summary>What the names of fields begin with that say which column of the file a column of the dataset takes.</summary>
    public const string ColumnField = "column-";

    /// <summary>What the names of fields begin with that hold the cells of a row.</summary>
    public const string RowField = "row-";

    /// <summary>Where files are sent.</summary>
    public static string Files(string upload) => $"{Start}/uploads/{upload}/files";

    /// <summary>The page of an upload.</summary>
    public static string OfUpload(string upload) => $"{Import}/{upload}";

    /// <summary>The page of a file of an upload.</summary>
    public static string OfFile(string upload, int file) => FormattableString.Invariant($"{OfUpload(upload)}/{file}");

    /// <summary>The page on which rejected rows of a file are mended.</summary>
    public static string Rejected(string upload, int file) => OfFile(upload, file) + "/rejected";

    /// <summary>The rejected rows of a file, as a file.</summary>
    public static string RejectedCsv(string upload, int file) => OfFile(upload, file) + "/rejected.csv";

    /// <summary>Where the form goes that gives an upload up.</summary>
    public static string Discard(string upload) => OfUpload(upload) + "/discard";

    /// <summary>Where the form goes that loads what is ready.</summary>
    public static string Load(string upload) => OfUpload(upload) + "/load";

    /// <summary>Where the form goes that stops what is being done.</summary>
    public static string Cancel(string upload) => OfUpload(upload) + "/cancel";

    /// <summary>Where the form goes that leaves a file out, or takes it in again.</summary>
    public static string LeaveOut(string upload, int file) => OfFile(upload, file) + "/out";

    /// <summary>Where the forms go that say how a file is written.</summary>
    public static string Answers(string upload, int file) => OfFile(upload, file) + "/answers";

    /// <summary>Where the form goes that says where the rows of a file go.</summary>
    public static string Target(string upload, int file) => OfFile(upload, file) + "/target";

    /// <summary>Where the form goes that says which columns go where.</summary>
    public static string Columns(string upload, int file) => OfFile(upload, file) + "/columns";

    /// <summary>Where the form goes in which rejected rows are mended.</summary>
    public static string Mend(string upload, int file) => OfFile(upload, file) + "/mend";
}
