namespace Kelvin.Interchange.Ossie.Export;

/// <summary>A piece of a formula that the other tool has no words for; caught where the whole is written.</summary>
internal sealed class UnspeakableException(string piece) : Exception(piece)
{
    public string Piece => Message;
}
