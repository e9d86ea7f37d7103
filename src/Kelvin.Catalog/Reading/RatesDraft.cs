using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>What stands under <c>rates:</c>.</summary>
internal sealed record RatesDraft(Place Place, YamlNode.Scalar Currency, YamlNode.Scalar To, YamlNode.Scalar Rate, YamlNode.Scalar On);
