using System.Collections.Immutable;
using Kelvin.Web.Elements;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>A column of the dataset and which column of the file it takes, everything already in words.</summary>
/// <param name="Field">The name of its field.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Choices">The columns of the file, and none.</param>
/// <param name="Why">What speaks for the choice.</param>
/// <param name="IsLacking">Whether it must have values and has none.</param>
public sealed record ColumnLine(string Field, string Label, string Type, ImmutableArray<Choice> Choices, string Why, bool IsLacking);
