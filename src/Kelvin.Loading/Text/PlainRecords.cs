using System.Text.Unicode;

namespace Kelvin.Loading.Text;

/// <summary>Whether records are parted so plainly that an engine's own reader cannot part them otherwise. Their fields are another matter.</summary>
/// <param name="width">How many fields each must have.</param>
/// <param name="longest">Bytes of the longest.</param>
internal sealed class PlainRecords(int width, int longest)
{
    /// <summary>Whether they are so far.</summary>
    public bool Hold { get; private set; } = true;

    /// <summary>Whether all bytes are UTF-8.</summary>
    public bool AreUtf8 { get; private set; } = true;

    /// <summary>Whether one goes over several lines.</summary>
    public bool SpanLines { get; private set; }

    /// <summary>How lines end.</summary>
    public LineEnding Ending { get; private set; }

    /// <summary>Takes in how a record is written, whatever it is.</summary>
    public void Note(RecordReader record)
    {
        SpanLines |= record.SpansLines;
        AreUtf8 = AreUtf8 && Utf8.IsValid(record.Raw);
        if (record.Ending != LineEnding.None && Ending == LineEnding.None)
            Ending = record.Ending;
        // The engine's reader wants all lines to end alike, and not with a bare CR.
        if (record.Ending != LineEnding.None && (record.Ending != Ending || Ending == LineEnding.Return))
            Hold = false;
    }

    /// <summary>Takes in a record without content.</summary>
    public void NoteEmpty(RecordReader record)
    {
        if (!record.Raw.IsEmpty || width < 2)
            Hold = false;
    }

    /// <summary>Takes in one that is passed over.</summary>
    public void NotePassedOver() => Hold = false;

    /// <summary>Takes in a row.</summary>
    public void NoteRow(RecordReader record)
    {
        if (record.Fault != RecordFault.None || record.FieldCount != width || record.Raw.Length > longest
            || record.Raw.Contains((byte)'"') && !QuotesArePlain(record))
            Hold = false;
    }

    /// <summary>Takes in what is known of the records that come after these.</summary>
    public void Join(PlainRecords later)
    {
        SpanLines |= later.SpanLines;
        AreUtf8 &= later.AreUtf8;
        Hold &= later.Hold && (later.Ending == LineEnding.None || Ending == LineEnding.None || later.Ending == Ending);
        Ending = Ending == LineEnding.None ? later.Ending : Ending;
    }

    /// <summary>A quote inside a field that is not quoted is read differently by different readers.</summary>
    private static bool QuotesArePlain(RecordReader reader)
    {
        for (var at = 0; at < reader.FieldCount; at++)
            if (!reader.IsQuoted(at) && reader.Field(at).Contains((byte)'"'))
                return false;
        return true;
    }
}
