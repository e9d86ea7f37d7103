namespace Kelvin.Web.Metrics.Cards;

/// <summary>The place of a metric whose answer is under way.</summary>
public sealed partial class LoadingCard;
