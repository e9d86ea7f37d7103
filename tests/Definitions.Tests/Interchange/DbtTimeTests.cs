using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Interchange.Dbt;
using Kelvin.Interchange.Dbt.Asking;
using Kelvin.Interchange.Tables;

namespace Definitions.Tests.Interchange;

/// <summary>Days, partitions and periods of a dbt project's own.</summary>
public sealed class DbtTimeTests
{
    private const string Project = """
        semantic_models:
          - name: bookings
            model: ref('bookings')
            defaults: { agg_time_dimension: ds }
            primary_entity: booking
            entities: [{ name: listing, type: foreign, expr: listing_id }]
            dimensions:
              - { name: ds, type: time, type_params: { time_granularity: day } }
              - { name: part, type: time, is_partition: true, type_params: { time_granularity: day } }
            measures:
              - { name: bookings, agg: sum, expr: 1, create_metric: true }
              - { name: guests, agg: count_distinct, expr: guest_id, create_metric: true }
          - name: listings
            model: ref('listings')
            entities: [{ name: listing, type: primary, expr: listing_id }, { name: user, type: foreign, expr: user_id }]
          - name: users
            model: ref('users')
            entities: [{ name: user, type: primary, expr: user_id }]
            dimensions:
              - { name: part, type: time, is_partition: true, type_params: { time_granularity: day } }
              - { name: home, type: categorical }
        metrics:
          - name: bookings_month_before
            type: derived
            type_params: { expr: before, metrics: [{ name: bookings, alias: before, offset_window: 1 month }] }
          - name: bookings_week_before
            type: derived
            type_params: { expr: before, metrics: [{ name: bookings, alias: before, offset_window: 1 week }] }
          - name: guests_month_before
            type: derived
            type_params: { expr: before, metrics: [{ name: guests, alias: before, offset_window: 1 month }] }
        project_configuration:
          time_spines:
            - node_relation: { alias: days, schema_name: s }
              primary_column: { name: day, time_granularity: day }
              custom_granularities: [{ name: season }, { name: lap }]
        """;

    private const string Tables = """
        [{"table": "days", "columns": [{"name": "day", "type": "DATE"}, {"name": "season", "type": "TEXT"}, {"name": "lap", "type": "DATE"}]}]
        """;

    private static readonly DbtImport Imported = DbtImport.Read(
        [new DefinitionFile("semantic_manifest.yml", Project, null)], WarehouseTables.Read(new DefinitionFile("tables.json", Tables, null)).Value!);

    private static readonly MetricCatalog Catalog = CatalogLoader.Load([DbtImport.Settings("Shop"), .. Imported.Files]);

    [Fact]
    public void A_workspace_takes_what_was_written() => Assert.Empty(Catalog.Issues);

    [Theory]
    [InlineData("bookings_month_before", "total_of(prior(bookings, 1 month), day)")]
    [InlineData("bookings_week_before", "prior(bookings, 1 week)")]
    [InlineData("guests_month_before", "prior(guests, 1 month)")]
    public void Days_that_are_moved_one_by_one_are_added_up(string metric, string formula) => Assert.Equal(formula, Catalog.Metrics[metric].Formula);

    [Fact]
    public void A_partition_two_links_away_is_reached_over_rows_that_are_joined_first()
    {
        var joined = Catalog.Datasets["listings_users"];
        Assert.Equal(["listing", "part"], joined.Key);
        Assert.Equal("""select here."listing" as "listing", there."user", there."part", there."home" from "listings" as here join "users" as there on here."user" = there."user" """.TrimEnd(), Assert.IsType<DatasetSource.Query>(joined.Source).Sql);
        Assert.Equal("listings_users.home as listing__user__home", Asked(new DbtQuestion { Metrics = ["bookings"], GroupBy = [new DbtGrouping("listing__user__home")] }).By.Single());
    }

    [Theory]
    [InlineData("{{ TimeDimension('metric_time', 'season') }} = 'Winter'", "period_name(time, season) = 'Winter'")]
    [InlineData("CAST({{ TimeDimension('metric_time', 'lap') }} AS TIMESTAMP) >= CAST('2020-01-01' AS TIMESTAMP)", "period_name(time, lap) >= '2020-01-01'")]
    [InlineData("{{ TimeDimension('metric_time', 'lap') }} in ('2020-01-01', '2020-01-02')", "period_name(time, lap) in ('2020-01-01', '2020-01-02')")]
    public void Periods_of_its_own_go_by_their_names(string where, string condition) =>
        Assert.Equal(condition, Asked(new DbtQuestion { Metrics = ["bookings_week_before"], GroupBy = [new DbtGrouping("metric_time__day")], Where = [where] }).Where);

    [Fact]
    public void Time_without_a_metric_stands_beside_every_row()
    {
        var asked = QuestionTranslation.Of(Imported, new DbtQuestion { GroupBy = [new DbtGrouping("metric_time__month")], Where = ["{{ Dimension('user__home') }} = 'NY'"] }).Value!;
        Assert.Equal(["period(days.day, month) as metric_time__month"], asked.Query.By);
        Assert.Null(asked.Query.Where);
        Assert.Equal(["true as any_row"], asked.Beside!.Query.By);
        Assert.Equal("users.home = 'NY'", asked.Beside.Query.Where);
        Assert.Empty(asked.Beside.Columns);
    }

    private static MetricQuery Asked(DbtQuestion question)
    {
        var asked = QuestionTranslation.Of(Imported, question);
        Assert.Empty(asked.Issues);
        return asked.Value!.Query;
    }
}
