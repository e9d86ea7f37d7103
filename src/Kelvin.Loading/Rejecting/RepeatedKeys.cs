using System.Text;
using Kelvin.Language;

namespace Kelvin.Loading.Rejecting;

/// <summary>Rejects the rows that broke a key, which is known only when all rows are there.</summary>
public static class RepeatedKeys
{
    /// <summary>Goes over the file once more for the text of the rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="repeated">Their lines, in order, each with the earlier line; 0 where the dataset had the key before.</param>
    /// <param name="rejections">The log.</param>
    public static void Reject(TextFile file, IReadOnlyList<(long Line, long Earlier)> repeated, IRejections rejections)
    {
        if (repeated.Count == 0)
            return;
        var dataset = file.Request.Dataset;
        var keyFields = file.Layout.Columns.Where(laid => dataset.RowKey.Contains(laid.Column.Name)).ToList();
        var key = string.Join(", ", dataset.RowKey);
        using var stream = file.Source.Open();
        var reader = file.Layout.Read(stream);
        for (var at = 0; at < repeated.Count && reader.Next();)
        {
            if (reader.Line < repeated[at].Line)
                continue;
            var values = new List<string>();
            foreach (var laid in keyFields)
                values.Add(Encoding.UTF8.GetString(reader.Field(laid.Field)));
            var value = string.Join(", ", values);
            rejections.Add(reader.Line, RejectedFile.Record(reader, file.Layout), [repeated[at].Earlier == 0
                ? Issue.At(null, "import.key-present", ("column", key), ("value", value), ("dataset", dataset.Name))
                : Issue.At(null, "import.key-repeated", ("column", key), ("value", value), ("line", repeated[at].Earlier))]);
            at++;
        }
    }
}
