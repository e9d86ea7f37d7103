namespace Kelvin.Catalog;

/// <summary>Where the rows of a dataset come from.</summary>
public abstract record DatasetSource
{
    private DatasetSource()
    {
    }

    /// <summary>Files that people import.</summary>
    /// <param name="Format">How the files are written.</param>
    public sealed record Files(FileFormat Format) : DatasetSource;

    /// <summary>A query in the warehouse's SQL over other datasets: the escape hatch for what no formula says.</summary>
    /// <param name="Sql">One SELECT statement.</param>
    public sealed record Query(string Sql) : DatasetSource;
}
