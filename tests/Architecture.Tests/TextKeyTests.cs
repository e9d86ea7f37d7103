using Kelvin.Language;

namespace Architecture.Tests;

/// <summary>The texts that code asks for and the texts in the files are the same.</summary>
public sealed class TextKeyTests
{
    private static readonly IReadOnlySet<string> Keys = Texts.Keys(Tongue.English).ToHashSet();
    private static readonly IReadOnlyList<RoomTexts> Rooms = [.. Room.All.Select(room => RoomTexts.Of(room, Keys))];

    [Fact]
    public void Texts_that_code_asks_for_exist() =>
        Offenders.AreNone(Rooms.SelectMany(room => room.Unknown(Keys).Select(key => $"{room.Name}: {key}")));

    [Fact]
    public void Every_text_is_used() =>
        Offenders.AreNone(Keys.Where(key => !Rooms.Any(room => room.Uses(key))).Order(StringComparer.Ordinal));
}
