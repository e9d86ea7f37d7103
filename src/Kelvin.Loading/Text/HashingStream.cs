using System.IO.Hashing;
using Kelvin.Loading.Formats;

namespace Kelvin.Loading.Text;

/// <summary>Hashes what is read through it.</summary>
internal sealed class HashingStream(Stream inner, XxHash128 hash) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        hash.Append(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
