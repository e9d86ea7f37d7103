using Kelvin.Formulas;
using Kelvin.Loading.Text;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>What the engine must be told of a plain file before it reads it.</summary>
/// <param name="Ending">How lines end.</param>
/// <param name="SpansLines">Whether a record goes over several lines.</param>
/// <param name="HasUtcMarks">Whether instants end with Z.</param>
internal readonly record struct PlainAssumptions(LineEnding Ending, bool SpansLines, bool HasUtcMarks)
{
    private const int Looked = 100;

    /// <summary>What a survey found.</summary>
    public static PlainAssumptions Of(FileSurvey survey) => new(survey.Ending, survey.SpansLines, survey.HasUtcMarks);

    /// <summary>What the first records suggest, so that the engine can begin while the survey is still under way.</summary>
    public static PlainAssumptions Guess(SourceText source, FileLayout layout)
    {
        using var stream = source.Open();
        var reader = layout.Read(stream);
        var guess = default(PlainAssumptions);
        for (var count = 0; count < Looked && reader.Next(); count++)
        {
            guess = guess with
            {
                Ending = guess.Ending == LineEnding.None ? reader.Ending : guess.Ending,
                SpansLines = guess.SpansLines || reader.SpansLines,
            };
            if (count > 0 && reader.FieldCount == layout.FieldNames.Length)
                foreach (var (column, field) in layout.Columns)
                    if (column.Type.Kind == ValueKind.Timestamp && reader.Field(field).EndsWith("Z"u8))
                        guess = guess with { HasUtcMarks = true };
        }
        return guess;
    }
}
