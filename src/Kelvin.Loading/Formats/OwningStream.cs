namespace Kelvin.Loading.Formats;

/// <summary>Reads a file inside a zip file, and closes the zip file together with it.</summary>
internal sealed class OwningStream(Stream inner, IDisposable owner, string name) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw UnusableFileException.With("import.broken-zip", ("file", name));
        }
    }

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
