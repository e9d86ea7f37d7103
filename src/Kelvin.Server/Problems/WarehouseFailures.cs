using Kelvin.Queries.Warehouse;
using Microsoft.AspNetCore.Diagnostics;

namespace Kelvin.Server.Problems;

/// <summary>Tells programs what a person can do about a warehouse that cannot answer: a disk that is full, a server out of reach.</summary>
internal sealed class WarehouseFailures : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not WarehouseException { Issue: { } issue } || !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return false;
        var status = issue.Code == "engine.disk-full" ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable;
        await IssueProblem.Of(context.Request, status, [issue]).ExecuteAsync(context);
        return true;
    }
}
