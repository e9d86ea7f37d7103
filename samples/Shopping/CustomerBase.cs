using Kelvin.Samples.Advertising;
using Kelvin.Samples.Chance;
using Kelvin.Samples.Files;

namespace Kelvin.Samples.Shopping;

/// <summary>
/// Everyone who has bought. Consumers come back partly in proportion to how often they came before, which makes
/// a few loyal and most of them rare; businesses by an appetite of their own.
/// </summary>
internal sealed class CustomerBase(CampaignPlan plan, Dice dice, CsvFile file, CsvFile touches)
{
    private const string OfItself = "direct";

    private static readonly Weighted<string> Countries = new(("SE", 0.64), ("NO", 0.15), ("FI", 0.12), ("DE", 0.09));

    private static readonly Weighted<string> Sources = new(
        ("search", 0.30), ("social", 0.17), ("email", 0.04), ("affiliate", 0.08), (OfItself, 0.27), ("referral", 0.14));

    private static readonly string[] BusinessKinds =
        ["Guidebolaget", "Lägerskolan", "Scoutkåren", "Kommunförrådet", "Fjällstationen", "Uthyrningen", "Klätterklubben", "Viltvården"];

    private static readonly string[] BusinessPlaces =
        ["Ripbäcken", "Stenudden", "Lövsele", "Tallnäs", "Grankulla by", "Älvhult", "Myrvallen", "Sjöbotten", "Hedlunda by", "Kråkmo", "Norrvåg", "Ljungdal by"];

    private readonly List<Customer> _consumers = [];

    // One entry per order, so that drawing an entry draws a customer in proportion to past orders.
    private readonly List<Customer> _ordersOfConsumers = [];
    private readonly List<Customer> _businesses = [];
    private double _appetite;
    private int _count;

    /// <summary>A new or returning consumer for an order at this time.</summary>
    public Customer Consumer(DateTime at, bool inStore)
    {
        var isNew = _ordersOfConsumers.Count < 500 || dice.Chance(0.40);
        var customer = isNew ? Register(at, inStore) : Returning(inStore);
        _ordersOfConsumers.Add(customer);
        return customer;
    }

    public Customer Business()
    {
        var at = dice.Between(0, _appetite);
        foreach (var business in _businesses)
        {
            at -= business.Appetite;
            if (at <= 0)
                return business;
        }
        return _businesses[^1];
    }

    /// <summary>A business becomes a customer: from a lead, or among those that were there from the start.</summary>
    public void AddBusiness(string country, string? source, Campaign? campaign, DateTime? firstContact)
    {
        var customer = new Customer(NextId(), country, dice.LogNormal(1, 1.1));
        _businesses.Add(customer);
        _appetite += customer.Appetite;
        file.Add(customer.Id).Add($"{dice.Pick(BusinessKinds)} {dice.Pick(BusinessPlaces)} {_businesses.Count}").Add("business").Add(country)
            .Add(source).Add(campaign?.Id).Add(firstContact).EndRow();
        Touch(customer, campaign, firstContact);
    }

    private Customer Register(DateTime at, bool inStore)
    {
        var customer = new Customer(NextId(), inStore ? "SE" : dice.Pick(Countries));
        _consumers.Add(customer);
        var contact = at.AddMinutes(-Math.Ceiling(dice.Exponential(inStore ? 30 : 3 * 24 * 60)));
        var source = inStore ? "store" : dice.Pick(Sources);
        var campaign = plan.Find(source, DateOnly.FromDateTime(contact));
        file.Add(customer.Id).Add("").Add("consumer").Add(customer.Country).Add(source).Add(campaign?.Id).Add(OutsideNight(contact)).EndRow();
        Touch(customer, campaign, OutsideNight(contact));
        return customer;
    }

    /// <summary>The first contact, where a campaign made it: later ones are not followed.</summary>
    private void Touch(Customer customer, Campaign? campaign, DateTime? at)
    {
        if (campaign is not null)
            touches.Add(at).Add(customer.Id).Add(campaign.Id).EndRow();
    }

    private Customer Returning(bool inStore)
    {
        var candidates = dice.Chance(0.5) ? _ordersOfConsumers : _consumers;
        var customer = dice.Pick(candidates);
        for (var attempt = 0; inStore && customer.Country != "SE" && attempt < 8; attempt++)
            customer = dice.Pick(candidates);
        return customer;
    }

    private string NextId() => $"C{10001 + _count++}";

    /// <summary>Between two and three at night a local time may not exist, or exist twice, when summer time begins or ends.</summary>
    private static DateTime OutsideNight(DateTime at) => at.Hour is 2 ? at.AddHours(-1) : at;
}
