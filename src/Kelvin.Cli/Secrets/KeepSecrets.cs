using System.Globalization;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Kelvin.Cli.Workspaces;
using Kelvin.Collection.Secrets;
using Kelvin.Language;
using Spectre.Console;

namespace Kelvin.Cli.Secrets;

/// <summary>Lists, sets and forgets secrets; their values are never shown.</summary>
internal sealed class KeepSecrets(Session session)
{
    private readonly Terminal _terminal = session.Terminal;

    public async Task<int> RunAsync(string? workspace, string? name, bool removes, CancellationToken cancellationToken)
    {
        var folder = WorkspaceSearch.Find(session, workspace);
        if (!folder.IsSound)
            return UsageErrors.Report(folder.Issues, _terminal);
        if (name is null && removes)
            return UsageErrors.Report([Issue.At(null, "cli.secret.remove-what")], _terminal);
        await using var services = await WorkspaceState.OpenAsync(session.Surroundings, folder.Value.Path, cancellationToken);
        var secrets = services.GetRequiredService<SecretStore>();
        if (name is null)
            return await ListAsync(secrets, cancellationToken);
        var outcome = removes
            ? await secrets.RemoveAsync(name, cancellationToken)
            : await secrets.SetAsync(name, await ReadAsync(name, cancellationToken), cancellationToken);
        if (!outcome.IsSound)
        {
            new IssuePrinter(_terminal, _terminal.Notes, _ => null).Print(outcome.Issues);
            return ExitCode.Issues;
        }
        _terminal.Note(_terminal.Say(removes ? "secret.removed" : "secret.is-set", ("name", name)));
        return ExitCode.Fine;
    }

    private async Task<int> ListAsync(SecretStore secrets, CancellationToken cancellationToken)
    {
        var known = await secrets.ListAsync(cancellationToken);
        if (known.Count == 0)
            _terminal.Note(_terminal.Say("secret.none"));
        foreach (var (name, setAt) in known)
            _terminal.Text.WriteLine(_terminal.Say("secret.line", ("name", name), ("at", setAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture))));
        return ExitCode.Fine;
    }

    /// <summary>The value: typed unseen by a person, or the first line that another program writes.</summary>
    private async Task<string> ReadAsync(string name, CancellationToken cancellationToken) =>
        _terminal.CanAsk
            ? await _terminal.Notes.PromptAsync(new TextPrompt<string>(Markup.Escape(_terminal.Say("secret.ask", ("name", name)))).Secret(null).AllowEmpty(), cancellationToken)
            : await session.Surroundings.Input.ReadLineAsync(cancellationToken) ?? "";
}
