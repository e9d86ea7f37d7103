using Kelvin.Language;

namespace Kelvin.Cli.Terminals;

/// <summary>Chooses the language: what the person asked for, else the system's, else English.</summary>
internal static class TongueChoice
{
    public const string Option = "--language";

    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language, needed before the command line is parsed because help and errors are written in it.</summary>
    public static Tongue Of(IReadOnlyList<string> arguments, Func<string, string?> variable) =>
        Asked(arguments) is { } asked && Find(asked) is { } chosen ? chosen
        : Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } system ? Find(system) ?? Tongue.English
        : Tongue.English;

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index] == Option)
                return index + 1 < arguments.Count ? arguments[index + 1] : null;
            if (arguments[index].StartsWith(Option + "=", StringComparison.Ordinal))
                return arguments[index][(Option.Length + 1)..];
        }
        return null;
    }

    /// <summary>From a name such as <c>sv</c> or <c>sv_SE.UTF-8</c>.</summary>
    private static Tongue? Find(string name) => Tongue.Find(name.Split('_', '-', '.')[0].ToLowerInvariant());
}
