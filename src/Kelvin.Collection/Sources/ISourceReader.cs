using Kelvin.Catalog.Connections;
using Kelvin.Language;

namespace Kelvin.Collection.Sources;

/// <summary>
/// The port to a technology from which data come. Methods throw <see cref="SourceException"/> when the source is out of reach, breaks
/// off or refuses, and <see cref="OperationCanceledException"/>. Nothing is ever written to a source.
/// </summary>
public interface ISourceReader
{
    /// <summary>Whether it is the one for a target.</summary>
    bool Reads(ConnectionTarget target);

    /// <summary>Goes there and back: that the source can be reached and lets us in.</summary>
    Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken);

    /// <summary>Begins to read what a dataset takes. Faulty when that is not there, or not as the definition has it.</summary>
    Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken);
}
