using Kelvin.Calendars;
using Kelvin.Calendars.Custom;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Quantities;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.History;
using Kelvin.Web.Metrics.Words;

namespace Product.Tests.Views;

public sealed class ViewTests
{
    [Fact]
    public void Bars_start_at_zero() => Assert.Equal([0, 50, 100], ValueAxis.Marks([90, 95, 100], fromZero: true));

    [Fact]
    public void A_line_far_from_zero_may_be_cut_at_a_round_number() => Assert.Equal([90, 92, 94, 96, 98, 100], ValueAxis.Marks([91, 95, 99], fromZero: false).Select(mark => Math.Round(mark, 6)));

    [Fact]
    public void An_axis_holds_zero_when_values_lie_on_both_sides() => Assert.Contains(0, ValueAxis.Marks([-3, 8], fromZero: false));

    [Fact]
    public void A_missing_value_is_a_gap_and_not_a_zero()
    {
        var shape = SparkShape.Of([new(1), new(2), new(null), new(4)]);
        Assert.Equal(2, shape.Finished.Count(character => character == 'M'));
    }

    [Fact]
    public void An_unfinished_period_is_drawn_apart_and_joined_to_the_last_finished_one()
    {
        var shape = SparkShape.Of([new(1), new(2), new(3, IsFinished: false)]);
        Assert.EndsWith("50 20", shape.Finished, StringComparison.Ordinal);
        Assert.StartsWith("M50 20", shape.Unfinished, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_a_dataset_lists_is_called_what_the_calendar_of_the_answer_calls_it()
    {
        var empty = Calendar.Gregorian(TimeZoneInfo.Utc).With([new CustomCalendar("shop", LocalText.Same("Shop"), new CalendarRule.Table("season", PeriodTable.Empty))]);
        var read = empty.With("shop", PeriodTable.Of([new NamedPeriod(LocalText.Same("Spring"), new(2025, 2, 1), new(2025, 5, 31))]).Value!);
        var season = read.PeriodOf(read.Find("season")!, new DateOnly(2025, 3, 1));
        Assert.Equal("Spring", new Wording(Tongue.English, MetricCatalog.Empty).In(read).Period(season));
    }

    [Theory]
    [InlineData(0.1, Direction.Higher, Tone.Good)]
    [InlineData(0.1, Direction.Lower, Tone.Bad)]
    [InlineData(-0.1, Direction.Lower, Tone.Good)]
    [InlineData(-0.1, Direction.None, Tone.Neutral)]
    [InlineData(0.000001, Direction.Higher, Tone.Neutral)]
    public void A_change_is_good_or_bad_by_the_metrics_direction(double change, Direction better, Tone tone)
    {
        var wording = new Wording(Tongue.English, MetricCatalog.Empty);
        Assert.Equal(tone, ChangeReadings.Of(Quantity.Approximate(change, Unit.Share), better, "", wording)?.Tone);
    }
}
