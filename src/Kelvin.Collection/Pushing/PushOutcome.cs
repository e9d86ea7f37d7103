using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Pushing;

/// <summary>What became of rows that a program handed over.</summary>
public abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <summary>They are durable, but for those that were refused, each with its reason.</summary>
    public sealed record Taken(WriteReceipt Receipt) : PushOutcome;

    /// <summary>None was taken: the request cannot be used as it stands.</summary>
    public sealed record Refused(ImmutableArray<Issue> Issues) : PushOutcome;

    /// <summary>None was taken: there is no such dataset.</summary>
    public sealed record Unknown(Issue Issue) : PushOutcome;

    /// <summary>None was taken: it is longer than a request may be.</summary>
    public sealed record TooLong(Issue Issue) : PushOutcome;

    /// <summary>None was taken, for too many rows are waiting already: come again after this long.</summary>
    public sealed record Busy(Issue Issue, TimeSpan Wait) : PushOutcome;
}
