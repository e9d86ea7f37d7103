namespace Cli.Tests;

/// <summary>A small dbt project on disk, as people write them, gone afterwards.</summary>
internal sealed class DbtFolder : IDisposable
{
    private const string Orders = """
        semantic_models:
          - name: orders
            description: One row per order.
            model: ref('fct_orders')
            defaults: { agg_time_dimension: ordered_at }
            entities:
              - { name: order, type: primary, expr: order_id }
              - { name: customer, type: foreign, expr: customer_id }
            dimensions:
              - { name: ordered_at, type: time, type_params: { time_granularity: day } }
              - { name: is_large, type: categorical, expr: amount > 100 }
            measures:
              - { name: order_count, agg: sum, expr: 1, create_metric: true }
              - { name: revenue, agg: sum, expr: amount }
        metrics:
          - name: revenue
            label: Revenue
            type: simple
            type_params: { measure: revenue }
          - name: average_order
            label: Average order
            type: ratio
            type_params: { numerator: revenue, denominator: order_count }
        saved_queries:
          - name: by_country
            query_params:
              metrics: [revenue]
              group_by: ["TimeDimension('metric_time', 'month')", "Dimension('customer__country')"]
        """;

    private const string Customers = """
        semantic_models:
          - name: customers
            model: ref('dim_customers')
            entities: [{ name: customer, type: primary, expr: customer_id }]
            dimensions: [{ name: country, type: categorical }]
        """;

    private const string Oddities = """
        semantic_models:
          - name: visits
            model: ref('fct_visits')
            entities: [{ name: visit, type: primary, expr: visit_id }]
            dimensions:
              - { name: browser, type: categorical, expr: "json_extract(payload, '$.browser')" }
            measures:
              - { name: visit_count, agg: count, expr: visit_id, create_metric: true }
        metrics:
          - name: odd_visits
            label: Odd visits
            type: simple
            type_params: { measure: visit_count }
            filter: "json_extract(payload, '$.odd') = 1"
        """;

    public const string Types = """
        - table: fct_orders
          columns:
            - { name: order_id, type: VARCHAR }
            - { name: customer_id, type: VARCHAR }
            - { name: ordered_at, type: DATE }
            - { name: amount, type: "DECIMAL(18,2)" }
        - table: dim_customers
          columns:
            - { name: customer_id, type: VARCHAR }
            - { name: country, type: VARCHAR }
        """;

    public DbtFolder(bool isOdd = false)
    {
        Path = Directory.CreateTempSubdirectory("kelvin-dbt-").FullName;
        Write("dbt_project.yml", "name: shop\nversion: '1.0'\n");
        Write("models/orders.yml", Orders);
        Write("models/customers.yaml", Customers);
        Write("dbt_packages/others/models/theirs.yml", Oddities);
        Write("types.yaml", Types);
        if (isOdd)
            Write("models/visits.yml", Oddities);
    }

    public string Path { get; }

    public Task<Invocation> RunAsync(params string[] arguments) => Invocation.RunAsync(Path, arguments);

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
