using System.Globalization;
using Kelvin.Catalog.Forms;

namespace Kelvin.Catalog.Checking;

/// <summary>Adds to a fingerprint all of a form that people see or that decides what is asked of whom.</summary>
internal static class FormVersion
{
    public static void Add(Fingerprint print, Form form)
    {
        print.Add(form.Name).Add(form.Label).Add(form.Description).Add(form.Department).Add(form.Dataset).Add(form.Overrides).Add(form.Time).Add(form.Grain.Name)
            .Add(form.Since?.ToString("O", CultureInfo.InvariantCulture)).Add(form.Due?.ToString()).Add(form.Remind.ToString()).Add(form.Approvers).Add(form.Pack);
        foreach (var segment in form.Segments)
        {
            print.Add(segment.Column).Add(segment.Label).Add(segment.From).Add(segment.LabelColumn);
            foreach (var choice in segment.Values)
                print.Add(choice.Value).Add(choice.Label);
        }
        foreach (var column in form.Columns)
            print.Add(column.Column.Name).Add(column.IsRequired).Add(Text(column.AtLeast)).Add(Text(column.AtMost)).Add(Text(column.Change));
        foreach (var rule in form.Rules)
            print.Add(rule.Formula).Add(rule.AsksForNote).Add(rule.Message);
        foreach (var owner in form.Owners)
        {
            print.Add(owner.Person);
            foreach (var (segment, values) in owner.Of)
                print.Add(segment).Add(values);
        }
    }

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
