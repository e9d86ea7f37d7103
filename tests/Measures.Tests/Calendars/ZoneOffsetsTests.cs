using CsCheck;
using Kelvin.Calendars.Zones;

namespace Measures.Tests.Calendars;

public sealed class ZoneOffsetsTests
{
    [Fact]
    public void Spans_cover_the_stretch_exactly_and_agree_with_the_zone_at_every_moment() =>
        Gen.Select(Zones.Any, Zones.AnyMoment, Gen.Int[1, 3000 * 24 * 60], Gen.Int[0, 1_000_000]).Sample((zone, from, minutes, place) =>
        {
            var to = from.AddMinutes(minutes);
            var spans = ZoneOffsets.Spans(zone, from, to);
            Assert.Equal(from, spans[0].FromUtc);
            Assert.Equal(to, spans[^1].ToUtc);
            Assert.All(spans.Zip(spans.Skip(1)), pair =>
            {
                Assert.Equal(pair.First.ToUtc, pair.Second.FromUtc);
                Assert.NotEqual(pair.First.Offset, pair.Second.Offset);
                Assert.Equal(pair.First.Offset, zone.GetUtcOffset(pair.First.ToUtc.AddTicks(-1)));
                Assert.Equal(pair.Second.Offset, zone.GetUtcOffset(pair.Second.FromUtc));
            });
            var moment = from.AddTicks((to - from).Ticks / 1_000_001 * place);
            Assert.Equal(zone.GetUtcOffset(moment), spans.Single(span => span.FromUtc <= moment && moment < span.ToUtc).Offset);
        }, iter: 400);

    [Fact]
    public void Looking_every_few_days_misses_no_change_of_any_zone()
    {
        var (from, to) = (new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2012, 1, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var changes = new List<DateTimeOffset>();
            var offset = zone.GetUtcOffset(from);
            for (var moment = from.AddHours(3); moment <= to; moment = moment.AddHours(3))
            {
                if (zone.GetUtcOffset(moment) == offset)
                    continue;
                changes.Add(moment.AddHours(-3));
                offset = zone.GetUtcOffset(moment);
            }
            var spans = ZoneOffsets.Spans(zone, from, to);
            Assert.Equal(changes.Count, spans.Length - 1);
            Assert.All(changes.Zip(spans), pair => Assert.InRange(pair.Second.ToUtc, pair.First, pair.First.AddHours(3)));
        }
    }

    [Fact]
    public void A_year_in_Stockholm_is_three_spans()
    {
        var spans = ZoneOffsets.Spans(Zones.Stockholm, new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal([1, 2, 1], spans.Select(span => span.Offset.Hours));
        Assert.Equal(new DateTimeOffset(2025, 3, 30, 1, 0, 0, TimeSpan.Zero), spans[0].ToUtc);
        Assert.Equal(new DateTimeOffset(2025, 10, 26, 1, 0, 0, TimeSpan.Zero), spans[1].ToUtc);
    }

    [Fact]
    public void An_empty_stretch_has_no_spans() =>
        Assert.Empty(ZoneOffsets.Spans(Zones.Stockholm, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
}
