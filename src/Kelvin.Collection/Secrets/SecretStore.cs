using System.Collections.Immutable;
using Kelvin.Catalog.Connections;
using Kelvin.Language;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Collection.Secrets;

/// <summary>
/// Passwords and keys of connections. Definitions name a secret and never hold its value, so that they can be shared and kept under
/// version control; nobody can read a value back but the connection that uses it.
/// </summary>
public sealed class SecretStore(IDbContextFactory<KelvinState> states, ISecretSeal seal, TimeProvider clock)
{
    /// <summary>The names that are set, each with the moment it was last set.</summary>
    public async Task<ImmutableSortedDictionary<string, DateTimeOffset>> ListAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var known = await state.Set<Secret>().ToDictionaryAsync(secret => secret.Name, secret => secret.SetAt, cancellationToken);
        return known.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Sets a secret, whether or not it was set before.</summary>
    public async Task<Checked<string>> SetAsync(string name, string value, CancellationToken cancellationToken)
    {
        if (!SecretName.IsUsable(name))
            return Checked<string>.Faulty(Issue.At(null, "collection.secret-name", ("name", name)));
        if (value.Length == 0)
            return Checked<string>.Faulty(Issue.At(null, "collection.secret-empty", ("name", name)));
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var (sealedValue, now) = (seal.Seal(value), clock.GetUtcNow());
        if (await state.Set<Secret>().FindAsync([name], cancellationToken) is { } secret)
            (secret.Sealed, secret.SetAt) = (sealedValue, now);
        else
            state.Add(new Secret { Name = name, Sealed = sealedValue, SetAt = now });
        await state.SaveChangesAsync(cancellationToken);
        return Checked<string>.Sound(name);
    }

    /// <summary>Forgets a secret.</summary>
    public async Task<Checked<string>> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Set<Secret>().Where(secret => secret.Name == name).ExecuteDeleteAsync(cancellationToken) > 0
            ? Checked<string>.Sound(name)
            : Checked<string>.Faulty(await UnknownAsync(name, cancellationToken));
    }

    /// <summary>The value, for the connection that uses it.</summary>
    public async Task<Checked<string>> OpenAsync(string name, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        if (await state.Set<Secret>().FindAsync([name], cancellationToken) is not { } secret)
            return Checked<string>.Faulty(await UnknownAsync(name, cancellationToken));
        return seal.Open(secret.Sealed) is { } value
            ? Checked<string>.Sound(value)
            : Checked<string>.Faulty(Issue.At(null, "collection.secret-unreadable", ("name", name)));
    }

    private async Task<Issue> UnknownAsync(string name, CancellationToken cancellationToken)
    {
        var known = (await ListAsync(cancellationToken)).Keys.ToList();
        return Issue.At(null, "collection.secret-unknown", ("name", name), ("nearest", NearestName.Of(name, known)),
            ("known", known.Count == 0 ? null : string.Join(", ", known)));
    }
}
