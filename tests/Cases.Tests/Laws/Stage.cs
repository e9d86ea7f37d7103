namespace Cases.Tests.Laws;

/// <summary>What a place is for a time.</summary>
internal sealed record Stage(string Place, DateTime From, DateTime? To, string Name)
{
    /// <summary>Whether this is what a place is at a moment, told in instants or in days. The stages of a place stand in order of time, and a later one ends an earlier.</summary>
    public bool Holds<T>(string? place, T? moment, Func<DateTime, T> told)
        where T : struct, IComparable<T>
    {
        if (place != Place || moment is not { } at || told(From).CompareTo(at) > 0)
            return false;
        var next = Event.Stages.SkipWhile(stage => stage != this).Skip(1).FirstOrDefault(stage => stage.Place == place);
        return (To is not { } to || at.CompareTo(told(to)) < 0) && (next is null || at.CompareTo(told(next.From)) < 0);
    }
}
