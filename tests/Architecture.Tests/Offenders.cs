namespace Architecture.Tests;

/// <summary>Names all that break a rule at once, not only the first.</summary>
internal static class Offenders
{
    public static void AreNone(IEnumerable<string> found)
    {
        string[] all = [.. found];
        Assert.True(all.Length == 0, "\n" + string.Join('\n', all));
    }
}
