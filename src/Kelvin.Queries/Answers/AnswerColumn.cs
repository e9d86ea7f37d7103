using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Queries.Answers;

/// <summary>What a column of an answer is.</summary>
/// <param name="Name">The frame column.</param>
/// <param name="Role">Its part in the answer.</param>
/// <param name="Type">Kind and unit of its values.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Metric">The metric it belongs to, or null for keys.</param>
public sealed record AnswerColumn(string Name, AnswerRole Role, DataType Type, LocalText Label, string? Metric);

/// <summary>The parts a column can play in an answer.</summary>
public enum AnswerRole
{
    /// <summary>The period of the row.</summary>
    Period,

    /// <summary>A dimension of the row.</summary>
    Dimension,

    /// <summary>A metric's value.</summary>
    Value,

    /// <summary>The value compared with.</summary>
    Compared,

    /// <summary>The change against it: relative (a share), or a difference in percentage points for shares.</summary>
    Change,

    /// <summary>A metric's part of the total of all groups, a share.</summary>
    Share,

    /// <summary>The place of the row among those of its period, the best being 1.</summary>
    Rank,

    /// <summary>Whether the row is the group of all others, beside the dimension whose top groups were asked for.</summary>
    Others,

    /// <summary>Whether the row was added to fill the calendar.</summary>
    Filled,
}
