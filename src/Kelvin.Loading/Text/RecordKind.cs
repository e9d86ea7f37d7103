namespace Kelvin.Loading.Text;

/// <summary>Tells records with content from those without.</summary>
internal static class RecordKind
{
    /// <summary>Whether no field holds anything but blanks: an empty line, or the separators alone that spreadsheets leave behind.</summary>
    public static bool IsEmpty(RecordReader reader)
    {
        for (var at = 0; at < reader.FieldCount; at++)
            if (!reader.Field(at).Trim(" \t\u000b\f"u8).IsEmpty)
                return false;
        return true;
    }
}
