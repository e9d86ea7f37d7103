using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Proposing;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Import;

/// <summary>Looks at a whole file while a bar shows how far it has come.</summary>
internal sealed class LookAtFile(Terminal terminal, string currency)
{
    public Task<Checked<FileProposal>> RunAsync(string path, FileFormat known, CancellationToken cancellationToken) =>
        LoadBars.ShowAsync(terminal, bars =>
        {
            var bar = bars.Begin(Path.GetFileName(path));
            var progress = new Forwarded<double>(fraction => bar?.Report(new LoadProgress(LoadStage.Reading, fraction, 0)));
            return Task.Run(() => new ProposeFile(currency).Look(path, known, progress, cancellationToken), cancellationToken);
        });
}
