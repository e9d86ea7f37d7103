using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Web;

/// <summary>Asks a service, and says who asks; only the service itself, wherever it may redirect to.</summary>
internal sealed class WebCaller(OpenedConnection connection, HttpClient http)
{
    /// <summary>The longest answer that is read into memory.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const int MostRedirects = 5;

    private readonly string _accept = connection.Connection.Target is ConnectionTarget.Web { GivesSeries: true }
        ? "application/openmetrics-text;version=1.0.0;q=0.9, text/plain;version=0.0.4;q=0.8, */*;q=0.1"
        : "application/json, application/x-ndjson, text/csv, */*;q=0.5";

    private readonly ConnectionTarget.Web _target = (ConnectionTarget.Web)connection.Connection.Target;

    /// <summary>The address of a path, which continues the connection's own.</summary>
    public Uri AddressOf(string path) => new($"{_target.Address.AbsoluteUri.TrimEnd('/')}/{path.TrimStart('/')}");

    /// <summary>The answer, of which only the head has been read.</summary>
    /// <exception cref="SourceException">It cannot be reached, or refuses.</exception>
    public async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                var answer = await http.SendAsync(Request(address), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return answer;
                using (answer)
                    address = redirects < MostRedirects && Next(address, answer) is { } next ? next : throw Refused(answer, address);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || failure is TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Broken(failure);
        }
    }

    /// <summary>Asks whether the service is there. That its address alone names nothing is no fault: it answers.</summary>
    /// <exception cref="SourceException">It cannot be reached, or refuses.</exception>
    public static async Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await new WebCaller(connection, GuardedHttp.For(connection))
                .AskAsync(((ConnectionTarget.Web)connection.Connection.Target).Address, cancellationToken);
        }
        catch (SourceException failure) when (failure.Issue.Code == "sync.not-there")
        {
            // It answers.
        }
    }

    /// <summary>The whole body of an answer; null when it is longer than may be.</summary>
    /// <exception cref="SourceException">It breaks off, or goes silent.</exception>
    public async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var from = await BodyAsync(answer, cancellationToken);
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (whole.Length + count > MostBytes)
                return null;
            whole.Write(buffer, 0, count);
        }
        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    /// <summary>The body of an answer, to be read once.</summary>
    /// <exception cref="SourceException">From its reading, too: it breaks off, or goes silent.</exception>
    public async Task<Stream> BodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return new WebStream(await answer.Content.ReadAsStreamAsync(cancellationToken), failure => failure is HttpRequestException or IOException ? Broken(failure) : null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw Broken(failure);
        }
    }

    /// <summary>The failure of an answer that broke off, or could not be had.</summary>
    public SourceException Broken(Exception failure) =>
        GuardedHttp.Refusal(failure) is { } refusal
            ? new SourceException(Said(refusal.Issue.Code, ("host", refusal.Issue.Arguments["host"])), isTransient: false, failure)
            : new SourceException(Said("sync.out-of-reach", ("reason", failure.Message)), isTransient: true, failure);

    private HttpRequestMessage Request(Uri address)
    {
        var isOwn = Uri.Compare(address, _target.Address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
        var (authentication, secret) = (isOwn ? _target.Authentication : null, connection.Open(_target.Authentication?.Secret));
        if (authentication is WebAuthentication.QueryKey query)
            address = WebQuery.With(address, query.Name, secret!);
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(_accept);
        if (authentication is WebAuthentication.Bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        else if (authentication is WebAuthentication.Basic basic)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.User}:{secret}")));
        else if (authentication is WebAuthentication.Header header)
            request.Headers.TryAddWithoutValidation(header.Name, secret);
        return request;
    }

    /// <summary>Where a redirect leads; never from an encrypted way to an open one.</summary>
    private static Uri? Next(Uri address, HttpResponseMessage answer)
    {
        if (answer.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || answer.Headers.Location is not { } location)
            return null;
        var next = new Uri(address, location);
        return next.Scheme == Uri.UriSchemeHttps || next.Scheme == Uri.UriSchemeHttp && address.Scheme == Uri.UriSchemeHttp ? next : null;
    }

    private SourceException Refused(HttpResponseMessage answer, Uri address)
    {
        var status = (int)answer.StatusCode;
        var isTransient = status is 408 or 429 or >= 500;
        var code = status switch
        {
            401 or 403 => "sync.not-let-in",
            404 or 410 => "sync.not-there",
            _ => isTransient ? "sync.out-of-reach" : "sync.refused",
        };
        // Without the query, in which a key may stand.
        return new SourceException(Said(code, ("address", address.GetLeftPart(UriPartial.Path)), ("status", status), ("reason", FormattableString.Invariant($"{status} {answer.ReasonPhrase}"))), isTransient);
    }

    private Issue Said(string code, params ReadOnlySpan<(string, object?)> arguments) =>
        Issue.At(connection.Connection.Place, code, [("connection", connection.Connection.Name), .. arguments]);
}
