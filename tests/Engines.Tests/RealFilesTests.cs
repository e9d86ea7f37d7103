using Kelvin.Catalog;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

/// <summary>Public files from outside; their row counts were taken with another reader (Python's csv).</summary>
public sealed class RealFilesTests
{
    private const int Reviews = 8_225;
    private const int Unique = 8_191;

    [Fact]
    public async Task Reviews_with_line_breaks_in_them_come_in_whole()
    {
        var reviews = ReviewsWith(Instant("review_creation_date"));
        await using var scratch = await OpenAsync(reviews);
        var report = (await scratch.TryLoadAsync(reviews, Find("olist_orders/olist_order_reviews_dataset.csv"), zone: "America/Sao_Paulo")).Value!;
        Assert.Equal((Reviews, 0), (report.Accepted, report.Rejected));
    }

    [Fact]
    public async Task Five_days_that_begin_at_one_in_the_morning_are_no_dates()
    {
        var reviews = ReviewsWith(Date("review_creation_date"));
        await using var scratch = await OpenAsync(reviews);
        var report = (await scratch.TryLoadAsync(reviews, Find("olist_orders/olist_order_reviews_dataset.csv"))).Value!;
        Assert.Equal((Reviews - 5, 5), (report.Accepted, report.Rejected));
        Assert.All(report.Rejections, rejection => Assert.Equal("2017-10-15 01:00:00", rejection.Reason.Arguments["value"]));
    }

    [Fact]
    public async Task Repeated_keys_among_reviews_are_told()
    {
        var reviews = Dataset("reviews", Text("review_id"), Number("review_score", 0)) with { Key = ["review_id"] };
        await using var scratch = await OpenAsync(reviews);
        var report = (await scratch.TryLoadAsync(reviews, Find("olist_orders/olist_order_reviews_dataset.csv"))).Value!;
        Assert.Equal((Unique, Reviews - Unique), (report.Accepted, report.Rejected));
        Assert.Equal(Reviews - Unique + 1, (await File.ReadAllTextAsync(report.RejectedFile!)).Split("the first one was taken").Length);
    }

    private static Dataset ReviewsWith(Column created) => Dataset("reviews",
        Text("review_id"), Text("order_id"), Number("review_score", 0), Text("review_comment_title", optional: true),
        Text("review_comment_message", optional: true), created, Instant("review_answer_timestamp"));

    private static string Find(string name) => Path.Combine(SharedData.Folder(Path.GetDirectoryName(name)!), Path.GetFileName(name));
}
