using System.Text;
using Kelvin.Language;

namespace Kelvin.Loading.Rejecting;

/// <summary>Rejects the rows that broke a key, which is known only when all rows are there.</summary>
public static class RepeatedKeys
{
    /// <summary>Goes over the files once more for the text of the rows.</summary>
    /// <param name="files">The files of the load.</param>
    /// <param name="repeated">The numbers of their lines, in order, each with the earlier one; 0 where the dataset had the key before.</param>
    /// <param name="rejections">The log of each file.</param>
    public static void Reject(IReadOnlyList<TextFile> files, IReadOnlyList<(long Line, long Earlier)> repeated, IReadOnlyList<IRejections> rejections)
    {
        foreach (var lines in repeated.GroupBy(pair => FileLines.In(pair.Line).File))
            Reject(files, files[lines.Key], [.. lines], rejections[lines.Key]);
    }

    private static void Reject(IReadOnlyList<TextFile> files, TextFile file, List<(long Line, long Earlier)> repeated, IRejections rejections)
    {
        var dataset = file.Request.Dataset;
        var keyFields = file.Layout.Columns.Where(laid => dataset.RowKey.Contains(laid.Column.Name)).ToList();
        var key = string.Join(", ", dataset.RowKey);
        using var stream = file.Source.Open();
        var reader = file.Layout.Read(stream);
        for (var at = 0; at < repeated.Count && reader.Next();)
        {
            var (number, earlier) = repeated[at];
            if (reader.Line < FileLines.Line(number))
                continue;
            var values = new List<string>();
            foreach (var laid in keyFields)
                values.Add(Encoding.UTF8.GetString(reader.Field(laid.Field)));
            var value = string.Join(", ", values);
            rejections.Add(reader.Line, RejectedFile.Record(reader, file.Layout), [earlier == 0
                ? Issue.At(null, "import.key-present", ("column", key), ("value", value), ("dataset", dataset.Name))
                : Issue.At(null, FileLines.In(earlier) == file.Lines ? "import.key-repeated" : "import.key-repeated-elsewhere",
                    ("column", key), ("value", value), ("line", FileLines.Line(earlier)), ("file", Path.GetFileName(files[FileLines.In(earlier).File].Request.Path)))]);
            at++;
        }
    }
}
