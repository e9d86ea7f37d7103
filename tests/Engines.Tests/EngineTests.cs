using Kelvin.Catalog;

namespace Engines.Tests;

/// <summary>Tests that every engine must pass.</summary>
public abstract class EngineTests(TestEngine engine)
{
    protected Task<Scratch> OpenAsync(params Dataset[] datasets) => Scratch.OpenAsync(engine, datasets);
}
