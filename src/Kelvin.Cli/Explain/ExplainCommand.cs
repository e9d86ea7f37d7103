using System.CommandLine;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Query;

namespace Kelvin.Cli.Explain;

/// <summary><c>kelvin explain</c>: how an answer comes about.</summary>
internal static class ExplainCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "explain", "query");
        var options = new QuestionOptions(definition);
        definition.Command.SetAction(async (parsed, cancellationToken) =>
        {
            var question = options.Read(parsed);
            if (!question.IsSound)
                return UsageErrors.Report(question.Issues, session.Terminal);
            var (answer, catalog, code) = await AskedQuestion.AskAsync(session, parsed.GetValue(session.Shared.Workspace), question.Value, cancellationToken);
            if (answer is not null)
                new ExplanationPage(session.Terminal, catalog!, answer).Write();
            return code;
        });
        return definition.Command;
    }
}
