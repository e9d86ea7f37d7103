using System.Data.Common;
using System.Net.Sockets;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Databases;

/// <summary>Tells what a database's library throws apart: out of reach, broken off, or refused.</summary>
internal static class DatabaseFailure
{
    /// <summary>The failure of the source; null when it is none.</summary>
    public static SourceException? Of(Exception failure, OpenedConnection connection, IDatabase database)
    {
        if (failure is OperationCanceledException || failure is not (DbException or IOException or SocketException or TimeoutException or HttpRequestException))
            return null;
        var isTransient = failure is not DbException known || known.IsTransient || database.IsTransient(known) || IsOfTheWay(known.InnerException);
        return new SourceException(
            Issue.At(connection.Connection.Place, isTransient ? "sync.out-of-reach" : "sync.refused", ("connection", connection.Connection.Name), ("reason", failure.Message)),
            isTransient, failure);
    }

    private static bool IsOfTheWay(Exception? inner) =>
        inner is SocketException or IOException or TimeoutException or HttpRequestException || inner?.InnerException is not null && IsOfTheWay(inner.InnerException);
}
