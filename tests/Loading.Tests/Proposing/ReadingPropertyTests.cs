using System.Globalization;
using CsCheck;
using Kelvin.Loading.Proposing;
using Kelvin.Loading.Text;

namespace Loading.Tests.Proposing;

/// <summary>What is written in any country's way is read as the same value, or asked about, or refused; never as another.</summary>
public sealed class ReadingPropertyTests : IDisposable
{
    private static readonly string[] DayFormats =
        ["yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "d.M.yyyy", "dd-MM-yyyy", "M/d/yyyy", "yyyyMMdd", "yyyy/MM/dd", "dd.MM.yy", "dd/MM/yyyy HH:mm", "MM/dd/yyyy h:mm tt", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] Beginnings = ["=", "+", "-", "@", "\t", "\r", "'", "''="];

    private readonly Looking _look = new();

    [Fact]
    public void Days_come_back_or_are_asked_about()
    {
        var days = Gen.Select(
            Gen.Int[0, DayFormats.Length - 1].Select(at => DayFormats[at]),
            Gen.Int[0, 20_000].Select(day => new DateTime(1990, 1, 1, 10, 30, 0, DateTimeKind.Unspecified).AddDays(day)).Array[1, 12]);
        days.Sample((format, moments) =>
        {
            var written = moments.Select(moment => moment.ToString(format, CultureInfo.InvariantCulture)).ToArray();
            var found = _look.At(_look.Write("date\n" + string.Join('\n', written) + "\n"));
            Assert.StartsWith(format.Contains('h', StringComparison.OrdinalIgnoreCase) ? "timestamp" : "date", found.Columns[0].Type, StringComparison.Ordinal);
            var question = found.Questions.SingleOrDefault();
            var choices = question is null ? [found.Format] : question.Readings.Select(reading => question.Answer(found.Format, reading.Choice)).ToList();
            var expected = moments.Select(moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
            Assert.Contains(choices, choice => Looking.Read(found, choice).Rows.Select(row => row[..10]).SequenceEqual(expected));
            // Certain only when no other order of the same parts fits every value.
            if (question is null && Other(format) is { } other)
                Assert.Contains(written, value => !DateTime.TryParseExact(value, other, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        }, iter: 200, threads: 2);
    }

    [Fact]
    public void Numbers_come_back_or_are_asked_about_or_are_refused()
    {
        (char Mark, string Group)[] forms = [('.', ","), ('.', ""), (',', "."), (',', "\u00a0"), (',', " "), (',', ""), ('.', "'")];
        var ways = Gen.Int[0, forms.Length - 1].Select(at => forms[at]);
        var numbers = Gen.Select(ways, Gen.Select(Gen.Long[-9_999_999, 9_999_999], Gen.Int[0, 3]).Array[1, 10]);
        numbers.Sample((way, parts) =>
        {
            var (mark, group) = way;
            var values = parts.Select(part => (decimal)part.Item1 / (decimal)Math.Pow(10, part.Item2)).ToArray();
            var found = _look.At(_look.Write("id;n\n" + string.Concat(values.Select((value, at) => $"a{at};{Written(value, mark, group)}\n"))));
            var question = found.Questions.SingleOrDefault();
            if (question is not null)
            {
                Assert.Equal(QuestionKind.Decimal, question.About);
                Assert.Contains(question.Readings, reading => Read(_look.At(found.Path, question.Answer(found.Format, reading.Choice))).Rows.SequenceEqual(values));
                return;
            }
            if (found.Columns[1].BareType == "text")
                return;
            var (read, rejected) = Read(found);
            Assert.Equal(values.Length, read.Count + rejected);
            if (rejected == 0)
                Assert.Equal(values, read);
        }, iter: 200, threads: 2);
    }

    [Fact]
    public void Harmless_texts_become_what_they_were() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.Int[0, Beginnings.Length - 1].Select(at => Beginnings[at]), Gen.String[Gen.Char.AlphaNumeric, 0, 5]).Select((first, rest) => first + rest))
            .Sample(text => HarmlessText.Original(HarmlessText.Of(text)).SequenceEqual(text) && (HarmlessText.Of(text) is not ['=' or '@' or '\t' or '\r', ..]));

    [Theory]
    [InlineData("-12,5")]
    [InlineData("+46 70 123 45 67")]
    [InlineData("-1.5E+7")]
    [InlineData("-3 kr")]
    public void Numbers_stay_numbers(string text) => Assert.Equal(text, HarmlessText.Of(text));

    public void Dispose() => _look.Dispose();

    /// <summary>The format with day and month in each other's place, where a value could be read in both.</summary>
    private static string? Other(string format) =>
        format.StartsWith('y') ? null : format.Replace('d', '#').Replace('M', 'd').Replace('#', 'M');

    private static (List<decimal> Rows, int Rejected) Read(FileProposal found)
    {
        var (rows, rejected) = Looking.Read(found);
        return ([.. rows.Select(row => decimal.Parse(row[(row.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture))], (int)rejected);
    }

    private static string Written(decimal value, char mark, string group)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        (format.NumberDecimalSeparator, format.NumberGroupSeparator) = (mark.ToString(), group.Length == 0 ? "#" : group);
        return value.ToString("#,0.###", format).Replace("#", "", StringComparison.Ordinal);
    }
}
