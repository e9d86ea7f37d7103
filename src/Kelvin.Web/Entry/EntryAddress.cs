namespace Kelvin.Web.Entry;

/// <summary>Where numbers are entered.</summary>
public static class EntryAddress
{
    /// <summary>What is owed, and the forms.</summary>
    public const string Start = "/entry";

    /// <summary>A form, with its latest periods.</summary>
    public static string Of(string form) => $"{Start}/{Uri.EscapeDataString(form)}";

    /// <summary>A form in one period.</summary>
    public static string OfPeriod(string form, DateOnly period) => FormattableString.Invariant($"{Of(form)}?period={period:yyyy-MM-dd}");

    /// <summary>Where a form goes by which a person submits, approves or returns.</summary>
    public static string Decide(string form, DateOnly period) => FormattableString.Invariant($"{Of(form)}/{period:yyyy-MM-dd}/decide");

    /// <summary>Stands in an address for the messages that cells then show: what is wrong with them, or missing.</summary>
    public const string Messages = "messages";

    /// <summary>Where the form goes by which people say who they are.</summary>
    public const string Person = Start + "/person";
}
