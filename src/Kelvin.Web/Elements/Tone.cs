namespace Kelvin.Web.Elements;

/// <summary>What a status means to the reader; shown by colour, and always by a word or picture too.</summary>
public enum Tone
{
    Neutral, Good, Risk, Bad,
}
