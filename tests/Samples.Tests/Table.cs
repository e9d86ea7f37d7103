using System.Text;

namespace Kelvin.Samples.Tests;

/// <summary>A file read the plainest way: lines, cut at the separator. The sample writes no quotes.</summary>
public sealed class Table
{
    private readonly Dictionary<string, int> _positions;

    private Table(string[] names, List<string[]> rows)
    {
        Names = names;
        Rows = rows;
        _positions = names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string[]> Rows { get; }

    public static Table Read(string path)
    {
        // As declared in the workspace: one file comes from an older program.
        var encoding = Path.GetFileName(path) == "sales_costs.csv" ? Encoding.Latin1 : Encoding.UTF8;
        var lines = File.ReadAllLines(path, encoding);
        var separator = lines[0].Contains(';') ? ';' : ',';
        return new Table(lines[0].Split(separator), [.. lines.Skip(1).Select(line => line.Split(separator))]);
    }

    public IEnumerable<string> Column(string name) => Rows.Select(row => row[_positions[name]]);

    public string Value(string[] row, string name) => row[_positions[name]];
}
