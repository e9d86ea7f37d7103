namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Keys that dbt writes into its manifest for its own work: where things came from, and how they hang together.</summary>
internal static class Bookkeeping
{
    public static readonly string[] Keys =
    [
        "unique_id", "fqn", "package_name", "path", "original_file_path", "resource_type", "depends_on", "refs", "sources", "created_at",
        "metadata", "source_file", "unrendered_config", "patch_path", "input_measures", "node_relation", "docs", "group", "version",
        "enabled", "config", "latest_version", "checksum",
    ];
}
