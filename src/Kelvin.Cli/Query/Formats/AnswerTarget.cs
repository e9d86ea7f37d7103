using System.Text;
using Kelvin.Catalog;
using Kelvin.Cli.Query.Tables;
using Kelvin.Cli.Terminals;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Kelvin.Cli.Query.Formats;

/// <summary>Where an answer goes, and in which form.</summary>
/// <param name="Format">The form.</param>
/// <param name="File">The file, or null for the output.</param>
internal sealed record AnswerTarget(AnswerFormat Format, string? File)
{
    /// <summary>What a person asked for; a file's ending says its form when nothing else does.</summary>
    public static Checked<AnswerTarget> Of(string? format, string? file, bool isOutputWatched)
    {
        var written = format ?? Path.GetExtension(file)?.TrimStart('.').ToLowerInvariant() switch
        {
            null or "" or "txt" => "table",
            "feather" or "ipc" => "arrow",
            "jsonl" => "ndjson",
            var ending => ending,
        };
        if (!Enum.TryParse<AnswerFormat>(written, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            return Checked<AnswerTarget>.Faulty(Issue.At(null, "cli.usage.format", ("written", written), ("known", string.Join(", ", Names))));
        return isOutputWatched && file is null && known is AnswerFormat.Arrow or AnswerFormat.Parquet
            ? Checked<AnswerTarget>.Faulty(Issue.At(null, "cli.usage.binary", ("format", written)))
            : Checked<AnswerTarget>.Sound(new AnswerTarget(known, file));
    }

    private static IEnumerable<string> Names => Enum.GetNames<AnswerFormat>().Select(name => name.ToLowerInvariant());

    /// <summary>Writes the answer. A file appears under its name only when it is whole.</summary>
    public async Task WriteAsync(MetricAnswer answer, MetricCatalog catalog, Terminal terminal, CancellationToken cancellationToken)
    {
        if (File is null)
        {
            await WriteAsync(answer, catalog, terminal, terminal.Data, cancellationToken);
            await terminal.Data.FlushAsync(cancellationToken);
            return;
        }
        var unfinished = File + ".part";
        try
        {
            await using (var stream = System.IO.File.Create(unfinished))
                await WriteAsync(answer, catalog, terminal, stream, cancellationToken);
            System.IO.File.Move(unfinished, File, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(unfinished);
        }
        terminal.Note(terminal.Say("query.written", ("rows", answer.Frame.Count), ("file", File)));
    }

    private Task WriteAsync(MetricAnswer answer, MetricCatalog catalog, Terminal terminal, Stream stream, CancellationToken cancellationToken) => Format switch
    {
        AnswerFormat.Csv => CsvRows.WriteAsync(MachineTable.Of(answer), stream),
        AnswerFormat.Json => JsonAnswer.WriteAsync(answer, terminal.Tongue, stream, cancellationToken),
        AnswerFormat.Ndjson => NdjsonRows.WriteAsync(MachineTable.Of(answer), stream, cancellationToken),
        AnswerFormat.Arrow => ArrowRows.WriteAsync(MachineTable.Of(answer), stream, cancellationToken),
        AnswerFormat.Parquet => ParquetRows.WriteAsync(MachineTable.Of(answer), stream, cancellationToken),
        _ => WriteTableAsync(answer, catalog, terminal, stream),
    };

    private static async Task WriteTableAsync(MetricAnswer answer, MetricCatalog catalog, Terminal terminal, Stream stream)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        AnswerTable.Write(answer, catalog, terminal, Terminal.Plain(writer));
    }
}
