namespace Kelvin.Loading.Text;

/// <summary>Tells records with content from those without.</summary>
internal static class RecordKind
{
    /// <summary>Whether no field holds anything but blanks: an empty line, or the separators alone that spreadsheets leave behind.</summary>
    public static bool IsEmpty(RecordReader reader, int lead = 0)
    {
        for (var at = Math.Min(lead, reader.FieldCount - 1); at < reader.FieldCount; at++)
            if (!reader.Field(at).Trim(" \t\u000b\f"u8).IsEmpty)
                return false;
        return true;
    }
}
