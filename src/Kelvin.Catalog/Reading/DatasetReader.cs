using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a <c>dataset:</c> document.</summary>
internal static class DatasetReader
{
    private static readonly string[] Keys = ["dataset", "label", "key", "time", "valid", "balance", "rates", "source", "query", "columns", "links", "expects"];
    private static readonly string[] ColumnKeys = ["type", "formula", "label"];

    public static DatasetDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, string? pack, string currency, Vocabulary<Grain> grains, IssueList issues)
    {
        var before = issues.Errors;
        DefinitionName.Check(name, isColumn: false, issues);
        var fields = new Fields(document, Keys, issues);
        fields.Required("dataset", name.Place, "");
        var label = fields.Local("label");
        var key = fields.List("key");
        var time = fields.Text("time");
        var balance = BalanceReader.Read(fields, issues);
        var (source, feed) = Source(fields, issues);
        if (!fields.Has("columns"))
            issues.Add(name.Place, "catalog.missing-key", ("key", "columns"), ("example", "columns:\n  amount: money SEK"));
        var group = fields.Group("columns");
        var validity = LinkReader.Validity(fields.Group("valid"), issues);
        var rates = RatesReader.Read(fields.Group("rates"), issues);
        var isFaulty = issues.Errors > before;
        // What is wrong in here takes nothing else down.
        var expects = ExpectationReader.Read(fields, grains, issues);
        return new(name.Text, name.Place, pack, isFaulty, label, key, time, source, Columns(group, currency, issues))
        {
            Validity = validity,
            Links = LinkReader.Links(fields.Group("links"), issues),
            Balance = balance,
            Rates = rates,
            Feed = feed,
            Expects = expects,
        };
    }

    private static (DatasetSource, FeedDraft?) Source(Fields fields, IssueList issues)
    {
        if (fields.Has("source") && fields.Has("query"))
            issues.Add(fields.PlaceOf("query"), "catalog.source-and-query");
        if (fields.Text("query") is { } query)
            return (new DatasetSource.Query(query.Text.Trim()), null);
        if (fields.Group("source") is not { } source)
            return (new DatasetSource.Files(FileFormat.Default), null);
        var (format, feed) = FileFormatReader.ReadSource(source, issues);
        return (new DatasetSource.Files(format), feed);
    }

    private static ImmutableArray<ColumnDraft> Columns(YamlNode.Mapping? group, string currency, IssueList issues)
    {
        var columns = new Dictionary<string, ColumnDraft>(StringComparer.Ordinal);
        foreach (var (name, value) in group?.Entries ?? [])
        {
            if (columns.TryGetValue(name.Text, out var first))
            {
                issues.Add(name.Place, "catalog.duplicate-key", ("key", name.Text), ("line", first.Place.Line));
                columns[name.Text] = first with { IsFaulty = true };
                continue;
            }
            columns.Add(name.Text, Column(name, value, currency, issues));
        }
        return [.. (group?.Entries ?? []).Select(entry => columns[entry.Key.Text]).Distinct()];
    }

    /// <summary>A column as a dataset writes it, in short or in long.</summary>
    public static ColumnDraft Column(YamlNode.Scalar name, YamlNode value, string currency, IssueList issues)
    {
        var before = issues.Errors;
        DefinitionName.Check(name, isColumn: true, issues);
        var (type, formula, label) = value switch
        {
            YamlNode.Scalar { IsNothing: false } text => Short(text, currency, issues),
            YamlNode.Mapping mapping => Long(name, new Fields(mapping, ColumnKeys, issues), currency, issues),
            _ => Nothing(name, issues),
        };
        return new(name.Text, name.Place, issues.Errors > before, type, formula, label);
    }

    /// <summary>A column in long, whose fields have been looked at.</summary>
    public static ColumnDraft Column(YamlNode.Scalar name, Fields fields, string currency, IssueList issues)
    {
        var before = issues.Errors;
        DefinitionName.Check(name, isColumn: true, issues);
        var (type, formula, label) = Long(name, fields, currency, issues);
        return new(name.Text, name.Place, issues.Errors > before, type, formula, label);
    }

    private static (ColumnType?, FormulaText?, LocalText?) Nothing(YamlNode.Scalar name, IssueList issues)
    {
        issues.Add(name.Place, "catalog.column-type", ("column", name.Text));
        return default;
    }

    private static (ColumnType?, FormulaText?, LocalText?) Short(YamlNode.Scalar text, string currency, IssueList issues) =>
        FormulaText.AfterEquals(text) is { } formula
            ? (null, formula, null)
            : (ColumnTypeText.Read(text, currency, issues), null, null);

    private static (ColumnType?, FormulaText?, LocalText?) Long(
        YamlNode.Scalar name, Fields fields, string currency, IssueList issues)
    {
        var label = fields.Local("label");
        var formula = fields.Text("formula");
        var type = fields.Text("type");
        if (fields.Has("type") == fields.Has("formula"))
            issues.Add(name.Place, "catalog.type-or-formula", ("column", name.Text));
        else if (formula is not null)
            return (null, FormulaText.AfterEquals(formula) ?? new FormulaText(formula, 0), label);
        else if (type is not null && FormulaText.AfterEquals(type) is { } afterEquals)
            return (null, afterEquals, label);
        return (type is null ? null : ColumnTypeText.Read(type, currency, issues), null, label);
    }
}
