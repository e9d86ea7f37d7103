using Kelvin.Catalog.Connections;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Collection.Secrets;

/// <summary>How secrets lie in tables.</summary>
public sealed class SecretMapping : IStateMapping
{
    /// <inheritdoc />
    public void Map(ModelBuilder model) => model.Entity<Secret>(secret =>
    {
        secret.ToTable("collection_secrets");
        secret.HasKey(one => one.Name);
        secret.Property(one => one.Name).HasMaxLength(SecretName.Longest);
    });
}
