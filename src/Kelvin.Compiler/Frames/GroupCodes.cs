namespace Kelvin.Compiler.Frames;

/// <summary>
/// Numbers the different combinations of key values over one or several frames: equal keys, equal number. Numbers run
/// from 0 in order of first appearance.
/// </summary>
internal sealed class GroupCodes(IReadOnlyList<string> keys)
{
    private readonly object?[] _columnCodes = new object?[keys.Count];
    private readonly Dictionary<(int, int), int>[] _pairs = [.. keys.Select(_ => new Dictionary<(int, int), int>())];

    /// <summary>How many combinations have been met.</summary>
    public int Count { get; private set; }

    /// <summary>The number of each row's combination.</summary>
    public int[] Of(Frame frame)
    {
        var combined = new int[frame.Count];
        for (var key = 0; key < keys.Count; key++)
        {
            var codes = frame[keys[key]].Encode(ref _columnCodes[key]);
            var pairs = _pairs[key];
            for (var row = 0; row < combined.Length; row++)
            {
                var pair = (combined[row], codes[row]);
                if (!pairs.TryGetValue(pair, out var number))
                    pairs[pair] = number = pairs.Count;
                combined[row] = number;
            }
        }
        Count = keys.Count == 0 ? Math.Max(Count, frame.Count > 0 ? 1 : 0) : _pairs[^1].Count;
        return combined;
    }
}
