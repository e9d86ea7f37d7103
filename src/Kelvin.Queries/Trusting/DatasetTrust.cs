using System.Collections.Immutable;
using System.Globalization;

namespace Kelvin.Queries.Trusting;

/// <summary>Whether a dataset can be relied on.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Level">The worst that there is to say of it.</param>
/// <param name="Reasons">All that there is to say against it, the worst first.</param>
public sealed record DatasetTrust(string Dataset, TrustLevel Level, ImmutableArray<DatasetTrust.Reason> Reasons)
{
    /// <summary>When rows are due next, or null when nobody says.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>What an open page that shows a version of it says of it: when it says otherwise, the page is behind.</summary>
    public string MarkOf(long version) => string.Create(CultureInfo.InvariantCulture, $"{version}:{Level}");

    /// <inheritdoc />
    public bool Equals(DatasetTrust? other) =>
        other is not null && Dataset == other.Dataset && Level == other.Level && NextDue == other.NextDue && Reasons.SequenceEqual(other.Reasons);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Dataset, Level, Reasons.Length);

    /// <summary>Something that speaks against a dataset.</summary>
    /// <param name="Level">How much.</param>
    /// <param name="Kind">What, a key of texts under <c>trust</c>.</param>
    public sealed record Reason(TrustLevel Level, string Kind)
    {
        /// <summary>The dataset that is meant: of a query, one of those that it reads.</summary>
        public required string Dataset { get; init; }

        /// <summary>When rows were due, or from when they should be.</summary>
        public DateTimeOffset? Due { get; init; }

        /// <summary>When rows came last, or of when the newest is, or when the load was refused; null for never.</summary>
        public DateTimeOffset? Last { get; init; }

        /// <summary>The check, or null.</summary>
        public Catalog.Expectations.DataCheck? Check { get; init; }

        /// <summary>What the check found, or null.</summary>
        public CheckResult? Result { get; init; }

        /// <summary>Where the refused rows came from, or null.</summary>
        public string? Source { get; init; }
    }
}
