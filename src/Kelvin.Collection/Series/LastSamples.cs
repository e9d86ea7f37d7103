namespace Kelvin.Collection.Series;

/// <summary>
/// The last sample of each series, and how much counts grow from one to the next. A count that is lower than before, or that says that
/// it began after the sample before, has begun anew: all of it is increase. So no restart of a process is counted as a fall, and none
/// of its work twice. A series that is seen for the first time says nothing of its increase, unless it began after all we know.
/// </summary>
/// <param name="known">Until when samples are known (UTC); null for never.</param>
/// <param name="lookback">How long a silent series is remembered; null for ever.</param>
internal sealed class LastSamples(DateTime? known, TimeSpan? lookback)
{
    private readonly Dictionary<(string Name, string Labels), (double Value, DateTime Time)> _last = [];
    private DateTime? _known = known;
    private DateTime _swept;

    /// <summary>How many series are remembered.</summary>
    public int Count => _last.Count;

    /// <summary>From when on a sample is remembered, by what is known and the time; null for all. A clock that is ahead forgets nothing.</summary>
    public static DateTime? RememberedFrom(DateTime? known, TimeSpan? lookback, DateTime now) =>
        known is { } until && lookback is { } back ? (until < now ? until : now) - back : null;

    /// <summary>Remembers a sample as the last of its series.</summary>
    public void Remember(string name, string labels, double value, DateTime time)
    {
        _last[(name, labels)] = (value, time);
        Know(time);
    }

    /// <summary>
    /// Samples in the order of their times, each with its increase. One that is there already is left out, and so is one whose value is
    /// no finite number: it says that there is none. One that comes late has no increase, for the one after it has had it.
    /// </summary>
    /// <param name="samples">The samples.</param>
    /// <param name="now">The time of those that do not say theirs.</param>
    public List<MeasuredIncrease> Measure(IEnumerable<Sample> samples, DateTime now)
    {
        var measured = new List<MeasuredIncrease>();
        var from = RememberedFrom(_known, lookback, now);
        var met = new HashSet<(string, string)>();
        Sweep(from);
        foreach (var (sample, time) in samples.Where(sample => double.IsFinite(sample.Value)).Select(sample => (sample, Time: Kept(sample.Time ?? now))).OrderBy(one => one.Time))
        {
            var series = (sample.Name, sample.LabelText);
            var isFirst = met.Add(series);
            var isKnown = _last.TryGetValue(series, out var last) && !(isFirst && last.Time < from);
            if (isKnown && time == last.Time)
                continue;
            measured.Add(new MeasuredIncrease(sample, time, sample.IsCumulative ? Increase(sample, time, isKnown ? last : null) : null));
            if (!isKnown || time > last.Time)
                _last[series] = (sample.Value, time);
        }
        if (measured is [.., var newest])
            Know(newest.Time);
        return measured;
    }

    private double? Increase(Sample sample, DateTime time, (double Value, DateTime Time)? last)
    {
        var began = sample.Created is { } created && created <= time ? created : default(DateTime?);
        if (last is not { } before)
            return began > _known ? sample.Value : null;
        return time < before.Time ? null
            : sample.Value < before.Value || began > before.Time ? sample.Value
            : sample.Value - before.Value;
    }

    private void Know(DateTime time) => _known = _known > time ? _known : time;

    /// <summary>Lets go of what is forgotten: now and then, for all has to be looked through.</summary>
    private void Sweep(DateTime? from)
    {
        if (from is not { } since || !(since - _swept > lookback))
            return;
        foreach (var (series, last) in _last)
            if (last.Time < since)
                _last.Remove(series);
        _swept = since;
    }

    private static DateTime Kept(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}
