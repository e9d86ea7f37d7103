namespace Kelvin.Loading.Formats;

/// <summary>Reads from a stream, and closes what the stream lies in together with it.</summary>
internal sealed class OwningStream(Stream inner, IDisposable owner) : ForwardStream
{
    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner.Dispose();
        }
        base.Dispose(disposing);
    }
}
