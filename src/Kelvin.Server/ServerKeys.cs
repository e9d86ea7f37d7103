using Microsoft.AspNetCore.DataProtection;

namespace Kelvin.Server;

/// <summary>The keys with which the server signs what it hands to browsers, so that it still knows it after a restart.</summary>
public static class ServerKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Keeps the keys in a folder that only the person who runs the server can open; it is made when it is not there.</summary>
    public static IServiceCollection AddServerKeys(this IServiceCollection services, string folder)
    {
        services.AddDataProtection().SetApplicationName("Kelvin").PersistKeysToFileSystem(Prepared(folder));
        // It warns that the keys are not encrypted: the folder's rights protect them, as they do the rows beside them.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    private static DirectoryInfo Prepared(string folder)
    {
        // Windows gives a folder the rights of the one it lies in, which is the person's own.
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(folder);
        var made = Directory.CreateDirectory(folder, OwnerOnly);
        // One that was there already, as after a copy, may be open to others.
        made.UnixFileMode = OwnerOnly;
        return made;
    }
}
