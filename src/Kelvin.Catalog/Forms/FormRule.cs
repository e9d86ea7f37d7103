using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Forms;

/// <summary>A rule for the values of a row of a form, as a condition on them.</summary>
/// <param name="Condition">The condition; only of the row's own columns, and such that <c>RowCalculator</c> can work it out.</param>
/// <param name="Formula">The same as written.</param>
/// <param name="AsksForNote">Whether a note is needed when the condition holds; else the condition has to hold.</param>
/// <param name="Message">What people are told, or null for the condition itself.</param>
public sealed record FormRule(RowExpression Condition, string Formula, bool AsksForNote, LocalText? Message);
