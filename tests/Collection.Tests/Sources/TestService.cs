using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Collection.Tests.Sources;

/// <summary>A service on the web, on this machine.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _server;

    private TestService(WebApplication server) => _server = server;

    /// <summary>Every path and query that was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public string Address => _server.Urls.First();

    public static async Task<TestService> OpenAsync(Func<HttpContext, Task> answer, string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{host}:0");
        var service = new TestService(builder.Build());
        service._server.Run(context =>
        {
            lock (service.Asked)
                service.Asked.Add(context.Request.Path + context.Request.QueryString);
            return answer(context);
        });
        await service._server.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
