using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Loading;

/// <summary>A file that is in the dataset already: it is not loaded again, and a warning says so.</summary>
public static class LoadedBefore
{
    /// <summary>The warning.</summary>
    public static Issue Warning(string file, Dataset dataset, DateTime before)
    {
        var when = before.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Issue.At(null, "import.already-loaded", ("file", file), ("dataset", dataset.Name), ("when", when)).AsWarning();
    }
}
