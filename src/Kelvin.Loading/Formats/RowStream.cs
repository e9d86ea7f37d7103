namespace Kelvin.Loading.Formats;

/// <summary>Typed rows as a stream of separated text, written as it is read.</summary>
internal sealed class RowStream(IRowCursor rows, RecordText text) : ForwardStream
{
    private const int Batch = 1 << 16;
    private int _taken;
    private bool _isOver;

    public override int Read(Span<byte> buffer)
    {
        if (_taken == text.Written.Length)
            Fill();
        var count = Math.Min(buffer.Length, text.Written.Length - _taken);
        text.Written.Slice(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rows.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        text.Clear();
        _taken = 0;
        while (!_isOver && text.Written.Length < Batch)
            _isOver = !rows.WriteNext(text);
    }
}
