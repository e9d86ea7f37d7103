using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Query.Formats;
using Kelvin.Cli.Query.Tables;
using Kelvin.Compiler;

namespace Kelvin.Cli.Query;

/// <summary>Answers a question as a table for people or as a file for programs.</summary>
internal sealed class AnswerQuestion(Session session)
{
    public async Task<int> RunAsync(string? workspace, MetricQuery query, AnswerTarget target, CancellationToken cancellationToken)
    {
        var (answer, catalog, code) = await AskedQuestion.AskAsync(session, workspace, query, cancellationToken);
        if (answer is null)
            return code;
        if (target is { Format: AnswerFormat.Table, File: null })
            AnswerTable.Write(answer, catalog!, session.Terminal, session.Terminal.Output);
        else
            await target.WriteAsync(answer, catalog!, session.Terminal, cancellationToken);
        return ExitCode.Fine;
    }
}
