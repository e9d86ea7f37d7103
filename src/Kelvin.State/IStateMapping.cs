using Microsoft.EntityFrameworkCore;

namespace Kelvin.State;

/// <summary>How a feature's records lie in tables. Each feature brings its own.</summary>
public interface IStateMapping
{
    /// <summary>Adds the feature's records to the model.</summary>
    void Map(ModelBuilder model);
}
