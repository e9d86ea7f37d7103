using System.CommandLine;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Query.Formats;

namespace Kelvin.Cli.Query;

/// <summary><c>kelvin query</c>: the values of metrics.</summary>
internal static class QueryCommand
{
    public static Command Define(Session session)
    {
        var definition = new CommandDefinition(session, "query");
        var options = new QuestionOptions(definition);
        var format = definition.Value("--format", "format");
        var output = definition.Value("--output", "file");
        definition.Command.SetAction((parsed, cancellationToken) =>
        {
            var question = options.Read(parsed);
            var target = AnswerTarget.Of(parsed.GetValue(format), parsed.GetValue(output) is { } file ? session.PathOf(file) : null, session.Terminal.IsOutputWatched);
            return question.IsSound && target.IsSound
                ? new AnswerQuestion(session).RunAsync(parsed.GetValue(session.Shared.Workspace), question.Value, target.Value, cancellationToken)
                : Task.FromResult(UsageErrors.Report([.. question.Issues, .. target.Issues], session.Terminal));
        });
        return definition.Command;
    }
}
