using Kelvin.Compiler.Frames;

namespace Kelvin.Engines.Sessions;

/// <summary>Rows of a batch on their way into a staging table.</summary>
/// <param name="Load">The load that brings them.</param>
/// <param name="Frame">Where they are.</param>
/// <param name="Rows">Which of the frame's rows, in order.</param>
internal sealed record StagedRows(long Load, Frame Frame, IReadOnlyList<int> Rows);
