namespace Kelvin.Samples.Shopping;

internal enum SalesChannel
{
    Web,
    Store,
    Business,
}
