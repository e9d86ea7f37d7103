using Microsoft.Playwright;

namespace Product.Tests.Site;

/// <summary>A browser window that remembers what its console complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, refusals by the content policy, and files that were not found.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until its type and charts are there. The network never rests: a page listens for changes.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.EvaluateAsync("document.fonts.ready.then(() => document.querySelector('kelvin-chart') ? customElements.whenDefined('kelvin-chart').then(() => true) : true)");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
