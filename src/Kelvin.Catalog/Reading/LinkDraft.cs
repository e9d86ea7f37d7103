using System.Collections.Immutable;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>An entry under <c>links:</c>.</summary>
internal sealed record LinkDraft(
    YamlNode.Scalar Name, YamlNode.Scalar To, ImmutableArray<(YamlNode.Scalar Here, YamlNode.Scalar There)> On, YamlNode.Scalar? At);

/// <summary>What stands under <c>valid:</c>.</summary>
internal sealed record ValidityDraft(YamlNode.Scalar From, YamlNode.Scalar? To);
