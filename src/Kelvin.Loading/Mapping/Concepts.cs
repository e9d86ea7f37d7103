using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Kelvin.Language;
using Kelvin.Loading.Proposing;

namespace Kelvin.Loading.Mapping;

/// <summary>
/// What the words in the name of a column are about, in English and Swedish: <c>Kundnr</c>, <c>customer_id</c> and <c>CustomerNumber</c> are
/// about the same.
/// </summary>
internal static class Concepts
{
    private static readonly ImmutableArray<string> Groups =
    [
        "id nr no number nummer kod code num key nyckel", "order orders ordered ordrar bestallning bestallningar bestalld", "purchase purchased bought kop kopt inkop", "late sen sena forsenad forsenade delayed", "customer customers kund kunder client klient buyer kopare",
        "amount belopp summa sum total value varde", "date datum day days dag dagar on", "time tid tidpunkt timestamp at klockslag", "quantity qty antal count kvantitet", "price pris apris unitprice",
        "name namn benamning title titel", "country land", "city stad ort town postort", "region lan county omrade", "email epost mejl mail", "phone telefon tel mobil",
        "product products produkt produkter artikel artiklar vara varor item items article sku", "cost costs kostnad kostnader", "status state lage tillstand", "created skapad registered registrerad",
        "delivered levererad delivery leverans", "shipped skickad shipping frakt freight", "invoice faktura invoices fakturor", "employee employees anstalld anstallda medarbetare personal staff worker",
        "salary lon wage pay", "department avdelning dept", "supplier suppliers leverantor leverantorer vendor vendors", "campaign kampanj campaigns kampanjer", "channel kanal",
        "category kategori group grupp class klass type typ kind slag", "discount rabatt", "tax vat moms skatt", "weight vikt", "revenue intakt intakter omsattning sales forsaljning", "paid betald payment betalning",
        "promised utlovad estimated beraknad expected forvantad due forfallo", "start from fran borjan hired anstallningsdatum", "end until till slut left slutdatum", "postcode zip postnummer postnr", "address adress street gata",
        "currency valuta", "budget", "account konto", "warehouse lager stock inventory", "ticket arende case issue incident", "priority prioritet", "description beskrivning text", "comment kommentar note anteckning",
        "clicks klick klickningar", "impressions visningar views", "visits besok sessions", "age alder", "gender kon sex", "birth fodelse born fodd", "company foretag firma organisation organization", "owner agare responsible ansvarig",
        "score betyg rating poang", "hours timmar", "share andel percent procent rate grad", "carrier transportor speditor", "seller saljare", "subscription plan abonnemang",
    ];

    private static readonly FrozenDictionary<string, string> ByWord = Groups
        .SelectMany(group => group.Split(' ').Select(word => (Word: word, Concept: group.Split(' ')[0])))
        .DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => pair.Concept, StringComparer.Ordinal);

    /// <summary>The concepts of a name; words that are not known stand for themselves.</summary>
    public static ImmutableHashSet<string> Of(string name) => Read(
        HeaderWords.Words(name) is var words && words.Where(word => !IsUnit(word)).ToList() is { Count: > 0 } rest ? [.. rest.Select(Plain).SelectMany(Split)] : [.. words]);

    /// <summary>What is delivered to the carrier has been shipped, which is another moment than that at the customer's.</summary>
    private static ImmutableHashSet<string> Read(ImmutableHashSet<string> concepts) =>
        concepts.Contains("delivered") && concepts.Contains("carrier") ? concepts.Except(["delivered", "carrier"]).Add("shipped") : concepts;

    /// <summary>A currency in a name says what the values are in, not what they are.</summary>
    private static bool IsUnit(string word) => word is "kr" || word.Length == 3 && Quantities.Currency.Find(word.ToUpperInvariant()) is not null;

    /// <summary>A label in every language that it is given in.</summary>
    public static IEnumerable<string> TextsOf(LocalText? label) =>
        label is null ? [] : new[] { label.In(Tongue.Swedish), label.In(Tongue.English) }.Distinct(StringComparer.Ordinal);

    /// <summary>A name as a bare word: small letters without marks above them, and no signs.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
        return plain.ToString();
    }

    /// <summary>A word, or the two that it is put together of: <c>orderdatum</c>, <c>leveransdatum</c>.</summary>
    private static IEnumerable<string> Split(string word)
    {
        if (ByWord.TryGetValue(word, out var concept))
            return [concept];
        for (var at = word.Length - 2; at >= 2; at--)
            if (ByWord.TryGetValue(word[at..], out var last) && First(word[..at]) is { } first)
                return [first, last];
        return [word];
    }

    private static string? First(string word) =>
        ByWord.TryGetValue(word, out var whole) ? whole
        : word.EndsWith('s') && ByWord.TryGetValue(word[..^1], out var bound) ? bound
        : null;
}
