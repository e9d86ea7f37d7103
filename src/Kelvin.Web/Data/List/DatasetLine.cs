using Kelvin.Web.Elements;

namespace Kelvin.Web.Data.List;

/// <summary>A dataset in the list, everything already in words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="HasRows">Whether it has any rows.</param>
/// <param name="Rows">How many.</param>
/// <param name="Span">The days that they span.</param>
/// <param name="LastLoad">When they last changed.</param>
/// <param name="Source">Where they last came from.</param>
/// <param name="Status">Whether it can be relied on.</param>
/// <param name="Tone">How bad that is.</param>
/// <param name="Metrics">How many metrics read it.</param>
public sealed record DatasetLine(string Name, string Label, bool HasRows, string Rows, string Span, string LastLoad, string Source, string Status, Tone Tone, int Metrics);
