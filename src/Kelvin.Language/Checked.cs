using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Kelvin.Language;

/// <summary>
/// The outcome of checking what a person wrote: a value, or the issues that stand in its way.
/// A value may come with warnings; without a value there is at least one error.
/// </summary>
public sealed class Checked<T>
    where T : class
{
    private Checked(T? value, ImmutableArray<Issue> issues)
    {
        Value = value;
        Issues = issues;
    }

    /// <summary>The value, or null when errors stand in its way.</summary>
    public T? Value { get; }

    /// <summary>Every issue found, errors and warnings, in the order of their places.</summary>
    public ImmutableArray<Issue> Issues { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSound => Value is not null;

    /// <summary>A sound value, perhaps with warnings.</summary>
    public static Checked<T> Sound(T value, params ImmutableArray<Issue> warnings) => new(value, warnings);

    /// <summary>No value, for these reasons.</summary>
    public static Checked<T> Faulty(params ImmutableArray<Issue> issues) =>
        issues.Any(issue => issue.Severity == Severity.Error)
            ? new(null, issues)
            : throw new ArgumentException("A faulty outcome needs at least one error.", nameof(issues));

    /// <summary>A sound value when no issue is an error, else the issues.</summary>
    public static Checked<T> From(T? value, ImmutableArray<Issue> issues) =>
        value is null || issues.Any(issue => issue.Severity == Severity.Error) ? Faulty(issues) : new(value, issues);

    /// <summary>Goes on with the value when there is one; warnings are kept.</summary>
    public Checked<TNext> Then<TNext>(Func<T, Checked<TNext>> next)
        where TNext : class
    {
        if (!IsSound)
            return Checked<TNext>.Faulty(Issues);
        var outcome = next(Value);
        return outcome.IsSound
            ? Checked<TNext>.Sound(outcome.Value, [.. Issues, .. outcome.Issues])
            : Checked<TNext>.Faulty([.. Issues, .. outcome.Issues]);
    }
}
