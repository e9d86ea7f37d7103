using System.Text;
using Kelvin.Language;
using Spectre.Console;

namespace Kelvin.Cli.Terminals;

/// <summary>
/// What a command speaks through. Data goes to the output, everything else to the notes, so that output into a file or another
/// program is clean. Colours only where a person watches and NO_COLOR is not set.
/// </summary>
public sealed class Terminal
{
    // A file has no width: nothing is folded or cut there.
    private const int Unbounded = 4_000;

    private readonly Lazy<IAnsiConsole> _output;
    private readonly Lazy<IAnsiConsole> _notes;

    /// <summary>A terminal in a language.</summary>
    public Terminal(Surroundings surroundings, Tongue tongue)
    {
        Tongue = tongue;
        Data = surroundings.Output;
        IsOutputWatched = surroundings.IsOutputWatched;
        AreNotesWatched = surroundings.AreNotesWatched;
        CanAsk = surroundings is { AreNotesWatched: true, IsInputWatched: true };
        Text = new StreamWriter(Data, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { AutoFlush = true };
        var isPlain = surroundings.Variable("NO_COLOR") is { Length: > 0 } || surroundings.Variable("TERM") == "dumb";
        _output = new(() => Open(Text, IsOutputWatched, isPlain));
        _notes = new(() => Open(surroundings.Notes, AreNotesWatched, isPlain));
    }

    /// <summary>The language in which it speaks.</summary>
    public Tongue Tongue { get; }

    /// <summary>The output as bytes.</summary>
    public Stream Data { get; }

    /// <summary>The output as plain text.</summary>
    public TextWriter Text { get; }

    /// <summary>The output as people read it.</summary>
    public IAnsiConsole Output => _output.Value;

    /// <summary>The notes.</summary>
    public IAnsiConsole Notes => _notes.Value;

    /// <summary>Whether a person watches the output.</summary>
    public bool IsOutputWatched { get; }

    /// <summary>Whether a person watches the notes, so that progress may move.</summary>
    public bool AreNotesWatched { get; }

    /// <summary>Whether a person is there to answer questions.</summary>
    public bool CanAsk { get; }

    /// <summary>A text of the command line, its placeholders filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var given = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            given[name] = value is string text ? SafeText.Of(text) : value;
        return Texts.Say(Tongue, "cli." + key, given);
    }

    /// <summary>Says something beside the data.</summary>
    public void Note(string text, Style? style = null) => Notes.Write(new Text(text + "\n", style ?? Style.Plain));

    /// <summary>A console into a file: no colours, nothing folded.</summary>
    public static IAnsiConsole Plain(TextWriter writer) => Open(writer, isWatched: false, isPlain: true);

    private static IAnsiConsole Open(TextWriter writer, bool isWatched, bool isPlain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isWatched && !isPlain ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isWatched && !isPlain ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isWatched ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = isWatched && Console.WindowWidth > 0 ? Console.WindowWidth : Unbounded;
        return console;
    }
}
