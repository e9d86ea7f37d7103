using System.Text;
using Kelvin.Loading.Proposing;

namespace Loading.Tests.Proposing;

/// <summary>Files as people and programs leave them.</summary>
public sealed class MessyFileTests : IDisposable
{
    private readonly Looking _look = new();

    [Theory]
    [InlineData("a,b\r1,2025-01-02\r2,2025-01-03\r", "bare CR")]
    [InlineData("a;b\n1;2025-01-02\n2;2025-01-03", "no end of the last line")]
    [InlineData("\uFEFFa\tb\r\n1\t2025-01-02\r\n2\t2025-01-03\r\n", "a byte order mark")]
    [InlineData("\n\na|b\n\n1|2025-01-02\n\n\n2|2025-01-03\n\n", "blank lines")]
    [InlineData("a,b\n1,2025-01-02,,\n2,2025-01-03,,\n", "separators at the ends of rows")]
    [InlineData("a,b,\n1,2025-01-02,\n2,2025-01-03,\n", "separators at the ends of all lines")]
    [InlineData("  a , b \n  1 ,  2025-01-02 \n 2,2025-01-03 \n", "padding")]
    [InlineData("'a','b'\n'1','2025-01-02'\n'2','2025-01-03'\n", "single quotes")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2025-01-02\"\n\"2\",\"2025-01-03\"\n", "double quotes")]
    [InlineData("Report\nMade 2025-02-01\n\na,b\n1,2025-01-02\n2,2025-01-03\n", "titles")]
    [InlineData("Report,\n,\na,b\n1,2025-01-02\n2,2025-01-03\nTotal,\n", "titles and a footer of a sheet")]
    public void What_is_around_the_values_does_not_change_them(string content, string what)
    {
        var found = _look.At(_look.Write(content));
        Assert.True(found.Columns.Select(column => (column.Name, column.Type)).SequenceEqual([("a", "integer"), ("b", "date")]), $"{what}: {string.Join(' ', found.Columns)}");
        Assert.Empty(found.Questions);
        Assert.Equal((2, 0L), (found.Rows, found.Preview.ProblemRows));
        Assert.Equal(["1,2025-01-02", "2,2025-01-03"], Looking.Read(found).Rows);
    }

    [Theory]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16BE", false, "utf-16BE")]
    [InlineData("windows-1252", false, "windows-1252")]
    public void Encodings_are_found_and_said(string written, bool marked, string found)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(written);
        // The first letters outside of ASCII come long after the beginning.
        var text = "namn;belopp\n" + string.Concat(Enumerable.Repeat("Anna;1,5\n", 20_000)) + "Åsa Öberg;2,5\n";
        var proposal = _look.At(_look.Write([.. marked ? encoding.Preamble.ToArray() : [], .. encoding.GetBytes(text)], "f.csv"));
        Assert.Equal(found, proposal.Encoding);
        Assert.Equal(20_001, proposal.Rows);
        Assert.EndsWith("\"Åsa Öberg\",2.5", Looking.Read(proposal).Rows[^1], StringComparison.Ordinal);
        Assert.Equal(found == "windows-1252", proposal.EncodingSample?.Contains("Åsa", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Days_and_months_that_cannot_be_told_apart_are_asked_about_with_values_of_the_file()
    {
        var found = _look.At(_look.Write("id,when\n1,03/04/2025\n2,05/05/2025\n3,12/11/2024\n"));
        var question = Assert.Single(found.Questions);
        Assert.Equal((QuestionKind.Dates, null), (question.About, found.Format.Dates));
        Assert.Equal(
            [("dd/MM/yyyy", "03/04/2025", new DateOnly(2025, 4, 3)), ("MM/dd/yyyy", "03/04/2025", new DateOnly(2025, 3, 4))],
            question.Readings.Select(reading => (reading.Choice, reading.Samples[0].Written, reading.Samples[0].Day!.Value)));
        var answered = _look.At(found.Path, question.Answer(found.Format, "MM/dd/yyyy"));
        Assert.Empty(answered.Questions);
        Assert.Equal("1,2025-03-04", Looking.Read(answered).Rows[0].Replace("\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void One_column_that_allows_one_order_decides_for_the_others()
    {
        var found = _look.At(_look.Write("from,until\n03/04/2025,25/04/2025\n05/04/2025,26/05/2025\n"));
        Assert.Equal("dd/MM/yyyy", found.Format.Dates);
        Assert.Empty(found.Questions);
    }

    [Fact]
    public void Marks_that_may_part_thousands_or_decimals_are_asked_about()
    {
        var question = Assert.Single(_look.At(_look.Write("id;amount\na;1,234\nb;5,678\n")).Questions);
        Assert.Equal(QuestionKind.Decimal, question.About);
        Assert.Equal([(".", "1234"), (",", "1.234")], question.Readings.Select(reading => (reading.Choice, reading.Samples[0].Number)));
    }

    [Theory]
    [InlineData("Amount (SEK)", "100|200", "money SEK")]
    [InlineData("belopp", "100 kr|1 200,50 kr", "money SEK")]
    [InlineData("price", "$1.50|$2.75", "money USD")]
    [InlineData("price_eur", "1.5|2.75", "money EUR")]
    [InlineData("andel", "12 %|7,5 %", "share")]
    [InlineData("betald", "ja|nej", "boolean")]
    [InlineData("paid", "Yes|No", "boolean")]
    [InlineData("postnummer", "11122|41257", "text")]
    [InlineData("code", "007|012", "text")]
    [InlineData("antal", "1\u00a0200|17", "integer")]
    [InlineData("weight", "1.25|3", "number with 2 decimals")]
    [InlineData("handling (hours)", "1.5|2.25", "duration hours")]
    [InlineData("when", "2025-01-02 10:00|2025-01-03T11:30:00Z", "timestamp")]
    [InlineData("datum", "20250102|20250203", "date")]
    [InlineData("serial", "20250102|20250203", "integer")]
    [InlineData("when", "31.01.2025 10:05|01.02.2025 9:10", "timestamp")]
    [InlineData("n", "n/a|5", "integer?")]
    [InlineData("big", "123456789012345678901|2", "text")]
    [InlineData("account", "=1+1|x", "text")]
    public void Types_follow_values_and_names(string name, string values, string type)
    {
        var found = _look.At(_look.Write($"k;{name}\n" + string.Concat(values.Split('|').Select((value, at) => $"row{at};{value}\n"))));
        Assert.Equal(type, found.Columns.Single(column => column.Name == name).Type);
        Assert.Equal(0, found.Preview.ProblemRows);
    }

    [Fact]
    public void Files_without_names_have_numbers_for_names()
    {
        var found = _look.At(_look.Write("A1,17,2025-01-02\nA2,18,2025-01-03\n"));
        Assert.False(found.Format.HasHeader);
        Assert.Equal(["1", "2", "3"], found.Columns.Select(column => column.Name));
        Assert.Equal(2, Looking.Read(found).Rows.Length);
    }

    [Fact]
    public void Problems_are_told_by_cell_in_the_first_rows_and_anywhere_in_the_file()
    {
        var found = _look.At(_look.Write("id,n\n" + string.Concat(Enumerable.Range(0, 500).Select(row => $"r{row},{(row is 2 or 400 ? "many" : $"{row}")}\n"))));
        Assert.Equal("integer", found.Columns[1].Type);
        Assert.Equal((2, 2L), (found.Columns[1].Odd, found.Preview.ProblemRows));
        Assert.Equal([4L, 402L], found.Preview.Problems.Select(row => row.Line));
        Assert.Equal("n", Assert.Single(found.Preview.First[2].Issues).Arguments["column"]);
    }

    [Fact]
    public void Sheets_tell_shares_and_money_by_their_number_formats_and_days_by_their_type()
    {
        var book = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(book, new Dictionary<string, object>[] { new() { ["id"] = "a", ["day"] = new DateTime(2025, 3, 4), ["n"] = 0.1 + 0.2 }, new() { ["id"] = "b", ["day"] = new DateTime(2025, 4, 5), ["n"] = 3 } });
        var found = _look.At(_look.Write(book.ToArray(), "b.xlsx"));
        Assert.Equal(["text", "date", "number with 1 decimal"], found.Columns.Select(column => column.Type));
        Assert.Equal(["\"a\",2025-03-04,0.3", "\"b\",2025-04-05,3"], Looking.Read(found).Rows);
    }

    [Fact]
    public void Rejected_rows_are_looked_at_without_their_reasons()
    {
        var found = _look.At(_look.Write("line,reason,id,n\n7,\"n is many, which is not a number.\",'=1+1,5\n9,\"n\",b,6\n"));
        Assert.Equal(["id", "n"], found.Columns.Select(column => column.Name));
        Assert.Equal(["\"=1+1\",5", "\"b\",6"], Looking.Read(found).Rows);
    }

    public void Dispose() => _look.Dispose();
}
