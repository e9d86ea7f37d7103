using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// A short name for a list of values: 48 bits of their XXH128, in 12 hexadecimal digits. It tells
/// versions apart and guards nothing, so it need not be cryptographic (whose library takes a command longer to load). Each value is written with its
/// length, so that no two lists write the same text.
/// </summary>
internal sealed class Fingerprint
{
    private readonly StringBuilder _text = new();

    public Fingerprint Add(string? value)
    {
        if (value is null)
            _text.Append('-');
        else
            _text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        return this;
    }

    public Fingerprint Add(bool value) => Add(value ? "true" : "false");

    public Fingerprint Add(LocalText? text) =>
        text is null ? Add((string?)null) : Add(text.Codes.Select(code => $"{code}={text.In(Tongue.Find(code) ?? Tongue.English)}"));

    public Fingerprint Add(IEnumerable<string> values)
    {
        var list = values.ToList();
        _text.Append(CultureInfo.InvariantCulture, $"[{list.Count}");
        foreach (var value in list)
            Add(value);
        return this;
    }

    public override string ToString() => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(_text.ToString())))[..12];
}
