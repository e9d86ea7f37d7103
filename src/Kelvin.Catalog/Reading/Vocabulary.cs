namespace Kelvin.Catalog.Reading;

/// <summary>The words that a key takes, each with its meaning, in the order in which they are named to people.</summary>
internal sealed class Vocabulary<T>(params (string Word, T Meaning)[] entries)
{
    public IEnumerable<string> Words => entries.Select(entry => entry.Word);

    public bool TryRead(string written, out T meaning)
    {
        foreach (var (word, known) in entries)
        {
            meaning = known;
            if (word == written)
                return true;
        }
        meaning = default!;
        return false;
    }
}
