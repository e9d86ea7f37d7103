using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Binding;

namespace Kelvin.Compiler.Pinning;

/// <summary>The times of one measure, whatever else is asked.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Days">The local days from its first row up to but not including the day after its last; null without data.</param>
/// <param name="Compared">
/// The compared periods as it sees them: cut where its own data end, so that a source that lags is compared like for like too.
/// </param>
public sealed record MeasureData(Measure Measure, Period? Days, ImmutableArray<Period> Compared);
