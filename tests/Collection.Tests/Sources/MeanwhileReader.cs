using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Collection.Tests.Sources;

/// <summary>A reader during whose reading something happens: after it has opened the source, and before anything is read.</summary>
internal sealed class MeanwhileReader(ISourceReader reader, Action meanwhile) : ISourceReader
{
    public bool Reads(ConnectionTarget target) => reader.Reads(target);

    public Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken) => reader.TryAsync(connection, cancellationToken);

    public async Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var content = await reader.OpenAsync(request, cancellationToken);
        meanwhile();
        return content;
    }
}
