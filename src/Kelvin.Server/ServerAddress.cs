namespace Kelvin.Server;

/// <summary>Where the server listens.</summary>
/// <param name="Port">The port; 0 takes any that is free.</param>
/// <param name="IsOpenToOthers">Whether other machines may connect; otherwise only this one.</param>
public sealed record ServerAddress(int Port = ServerAddress.UsualPort, bool IsOpenToOthers = false)
{
    public const int UsualPort = 5080;

    /// <summary>The address in the form that the web server takes.</summary>
    // "localhost" listens on IPv4 and IPv6, which cannot be promised for a port that is not known beforehand.
    public string Url => $"http://{(IsOpenToOthers ? "*" : Port == 0 ? "127.0.0.1" : "localhost")}:{Port}";
}
