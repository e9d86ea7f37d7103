using System.Buffers;
using System.IO.Pipelines;

namespace Kelvin.Server.Datasets;

/// <summary>The bytes of a request's body in pooled memory: as many as may be, and one more when there are more.</summary>
internal sealed class RequestBytes : IDisposable
{
    private readonly byte[] _bytes;
    private readonly int _length;

    private RequestBytes(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    public static async Task<RequestBytes> ReadAsync(PipeReader body, int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length > most)
            {
                var taken = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, most + 1L));
                var bytes = ArrayPool<byte>.Shared.Rent((int)taken.Length);
                taken.CopyTo(bytes);
                var length = (int)taken.Length;
                body.AdvanceTo(read.Buffer.End);
                return new RequestBytes(bytes, length);
            }
            // Kept in the pipe until all of it is there.
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
}
