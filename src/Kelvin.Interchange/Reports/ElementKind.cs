namespace Kelvin.Interchange.Reports;

/// <summary>What an element of another tool's files is about.</summary>
public enum ElementKind
{
    /// <summary>A table with its meaning.</summary>
    Dataset,

    /// <summary>A metric.</summary>
    Metric,

    /// <summary>A way from the rows of one dataset to those of another.</summary>
    Link,

    /// <summary>A question kept under a name.</summary>
    Question,
}
