using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Kelvin.Packs;
using Kelvin.Queries.Warehouse;

namespace Loading.Tests.Mapping;

/// <summary>Files find their dataset and columns by name, label, meaning and content, in either language.</summary>
public sealed class MappingTests : IDisposable
{
    private static readonly MetricCatalog Packs = CatalogLoader.Load(
        [new DefinitionFile("kelvin.yaml", "workspace: Test\ncurrency: SEK\npacks: [sales, marketing, logistics]\n", null), .. ShippedPacks.Files]);

    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-mapping-").FullName;

    [Fact]
    public void Olist_orders_find_the_dataset_defined_for_them()
    {
        var data = SharedData.Folder("olist_orders");
        var folder = Path.Combine(SharedData.Root(), "tests", "OutsideData.Tests", "olist_orders");
        var catalog = CatalogLoader.Load([.. Directory.EnumerateFiles(folder, "*.yaml").Select(file => new DefinitionFile(Path.GetFileName(file), File.ReadAllText(file), null))]);
        foreach (var dataset in catalog.Datasets.Values)
            if (dataset.Source is DatasetSource.Files { Format.File: { } name } && File.Exists(Path.Combine(data, name)))
            {
                var suggestions = new DatasetMatching(catalog, KnownValues.None).Suggest(Look(Path.Combine(data, name)));
                Assert.Equal(dataset.Name, suggestions[0].Dataset.Name);
                // That an estimated delivery is a promise, only a person can tell.
                Assert.Empty(suggestions[0].Lacking.Except(["promised_at"]));
            }
    }

    [Fact]
    public void Swedish_headers_find_the_columns_of_a_pack()
    {
        var file = Look(Write("ordrar.csv", "Ordernr;Kundnummer;Orderdatum;Summa (SEK)\nA1;K1;2025-01-02;100,50\nA2;K2;2025-01-03;200,75\n"));
        var catalog = CatalogLoader.Load([new DefinitionFile("d.yaml", """
            dataset: orders
            label: { sv: Ordrar, en: Orders }
            key: order_id
            columns:
              order_id: text
              customer_id: text
              ordered_at: timestamp
              amount: money SEK
              note: text?
            """, null)]);
        var suggestion = Assert.Single(new DatasetMatching(catalog, KnownValues.None).Suggest(file));
        Assert.Equal(
            ["order_id=Ordernr", "customer_id=Kundnummer", "ordered_at=Orderdatum", "amount=Summa (SEK)"],
            suggestion.Matches.Select(match => $"{match.Column.Name}={match.InFile}"));
        Assert.Empty(suggestion.Lacking);
    }

    [Theory]
    [InlineData("order_purchase_timestamp,order_approved_at", "2025-01-02 10:00:00,2025-01-02 11:00:00", "2025-01-03 10:00:00,")]
    [InlineData("order_approved_at,order_purchase_timestamp", "2025-01-02 11:00:00,2025-01-02 10:00:00", ",2025-01-03 10:00:00")]
    public void Of_two_columns_that_say_the_same_the_one_without_gaps_is_meant(string header, string one, string other)
    {
        var file = Look(Write("orders.csv", $"order_id,{header}\nA1,{one}\nA2,{other}\n"));
        var matches = new ColumnMatching(Packs, KnownValues.None).Match(file.Columns, Packs.Datasets["orders"]);
        Assert.Equal("order_purchase_timestamp", Assert.Single(matches, match => match.Column.Name == "ordered_at").InFile);
    }

    [Fact]
    public void Values_that_are_keys_of_the_linked_dataset_tell_what_a_name_does_not()
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("d.yaml", """
            dataset: customers
            key: customer_id
            columns: { customer_id: text }
            ---
            dataset: visits
            columns: { customer_id: text -> customers, on: date }
            """, null)]);
        var file = Look(Write("v.csv", "who,on\nC1,2025-01-02\nC2,2025-01-03\n"));
        var known = new KnownValues(KnownValues.None.ByColumn.Add(("customers", "customer_id"), ["C1", "C2", "C3"]));
        Assert.DoesNotContain(new ColumnMatching(catalog, KnownValues.None).Match(file.Columns, catalog.Datasets["visits"]), match => match.InFile == "who");
        var match = Assert.Single(new ColumnMatching(catalog, known with { ByColumn = known.ByColumn }).Match(file.Columns, catalog.Datasets["visits"]), found => found.Column.Name == "customer_id");
        Assert.Equal(("who", MatchReason.KnownValues), (match.InFile, match.Reason));
    }

    [Fact]
    public void A_column_of_a_file_is_used_once_and_goes_to_the_likelier_one()
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("d.yaml", "dataset: d\ncolumns: { created_at: timestamp?, created_on: timestamp?, create: timestamp? }\n", null)]);
        var matches = new ColumnMatching(catalog, KnownValues.None).Match(Look(Write("d.csv", "created_on\n2025-01-02 10:00\n")).Columns, catalog.Datasets["d"]);
        Assert.Equal("created_on", Assert.Single(matches).Column.Name);
    }

    [Fact]
    public void Every_dataset_of_the_packs_is_found_by_a_file_with_its_own_columns()
    {
        foreach (var dataset in Packs.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Files))
        {
            var columns = dataset.Columns.Where(column => column.IsStored).Select(column => column.Name).ToList();
            var file = Look(Write(dataset.Name + ".csv", $"{string.Join(',', columns)}\n{new string(',', columns.Count - 1)}x\n"));
            Assert.Equal(dataset.Name, new DatasetMatching(Packs, KnownValues.None).Suggest(file)[0].Dataset.Name);
        }
    }

    [Fact]
    public void A_new_definition_is_sound_keeps_the_labels_and_reads_the_file()
    {
        var path = Write("Försäljning 2025.csv", "Kundförteckning;;\n\nOrdernr;Kund;Belopp (kr);Datum;Andel;Betald?\nA1;Åsa \"Ö\";1 234,50;31.01.2025;12,5 %;ja\nA2;Bo: x;-3,25;01.02.2025;7 %;nej\nTotalt;;1231,25;;;\n");
        var file = Look(path);
        var yaml = NewDataset.Yaml("forsaljning", file, MetricCatalog.Empty);
        var dataset = NewDataset.Check("forsaljning", yaml, []);
        Assert.True(dataset.IsSound, yaml + string.Join('\n', dataset.Issues));
        Assert.Equal(["ordernr", "kund", "belopp_kr", "datum", "andel", "betald"], dataset.Value.Columns.Select(column => column.Name));
        Assert.Equal("Belopp (kr)", dataset.Value.Columns[2].Label!.In(Tongue.Swedish));
        Assert.Equal(("ordernr", "datum"), (Assert.Single(dataset.Value.Key), dataset.Value.Time));
        Assert.Equal((3, 1, 0L), (file.Format.HeaderLine, file.FooterRows, file.Preview.ProblemRows));
        var preview = PreviewRows.Of(new LoadRequest(dataset.Value, path, LoadMode.Replace, TimeZoneInfo.Utc), new Forwarded<double>(_ => { }), default);
        Assert.Equal((2, 0L), (preview.Value!.First.Length, preview.Value.ProblemRows));
    }

    [Fact]
    public void A_thing_that_is_called_as_a_sum_is_not_passed_over_with_the_sums()
    {
        var path = Write("kunder.csv", "kund;belopp\nSumma AB;10,50\nBo;1,00\nSumma;\n");
        var file = Look(path);
        var dataset = NewDataset.Check("kunder", NewDataset.Yaml("kunder", file, MetricCatalog.Empty), []).Value!;
        var preview = PreviewRows.Of(new LoadRequest(dataset, path, LoadMode.Replace, TimeZoneInfo.Utc), new Forwarded<double>(_ => { }), default);
        Assert.Equal((1L, 2), (file.FooterRows, preview.Value!.First.Length));
    }

    [Fact]
    public void A_format_is_written_as_yaml_that_is_read_as_the_same_format()
    {
        var format = FileFormat.Default with
        {
            Separator = '\t', Quote = '\'', DecimalMark = ',', Encoding = "windows-1252", HasHeader = true, HeaderLine = 4, Footers = ["Total", "Summa \"x\""],
            Dates = "dd/MM/yyyy", Timestamps = "dd/MM/yyyy HH:mm", Zone = "Europe/Stockholm", Missing = ["n/a", "-"], Sheet = "Blad 1", Entry = "a/b.csv",
            Names = FileFormat.Default.Names.Add("a", "Ä: #1 'x'"),
        };
        var read = Format(FormatYaml.Write(format, "  "));
        Assert.Equal(FormatYaml.Write(format, ""), FormatYaml.Write(read, ""));
        Assert.Equal((format.Separator, format.Quote, format.HeaderLine, format.Sheet, format.Entry), (read.Separator, read.Quote, read.HeaderLine, read.Sheet, read.Entry));
        Assert.Equal(format.Footers, read.Footers);
        Assert.Equal(format.Missing, read.Missing);
        Assert.Equal(format.Names, read.Names);
    }

    [Theory]
    [InlineData("Total Amount (SEK)", "total_amount_sek")]
    [InlineData("OrderDate", "order_date")]
    [InlineData("Årets kostnad", "arets_kostnad")]
    [InlineData("2024", "n_2024")]
    [InlineData("%", "column")]
    [InlineData("drop table \"x\"; --", "drop_table_x")]
    public void Names_become_words_that_definitions_can_have(string written, string name) => Assert.Equal(name, NewDataset.NameOf(written));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static FileFormat Format(string yaml)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("d.yaml", $"dataset: d\nsource:\n{yaml}columns: {{ a: text }}\n", null)]);
        Assert.Empty(catalog.Issues);
        return ((DatasetSource.Files)catalog.Datasets["d"].Source).Format;
    }

    private static FileProposal Look(string path)
    {
        var looked = new ProposeFile("SEK").Look(path, FileFormat.Default, new Forwarded<double>(_ => { }), default);
        Assert.True(looked.IsSound, string.Join('\n', looked.Issues));
        return looked.Value;
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
