using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Architecture.Tests;

/// <summary>What a compiled assembly says: its string literals, and what it uses of other assemblies.</summary>
/// <param name="Literals">Strings in code; the constant pieces of interpolated ones each by themselves.</param>
/// <param name="Types">Full names of types of other assemblies.</param>
/// <param name="Members">Members of those types, as <c>Type.Member</c>.</param>
/// <param name="Assemblies">Assemblies it refers to.</param>
internal sealed record AssemblyText(
    IReadOnlySet<string> Literals, IReadOnlySet<string> Types, IReadOnlySet<string> Members, IReadOnlySet<string> Assemblies)
{
    public static AssemblyText Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return new AssemblyText(
            ReadLiterals(reader).ToHashSet(),
            reader.TypeReferences.Select(handle => FullName(reader, handle)).ToHashSet(),
            reader.MemberReferences.Select(reader.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{FullName(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}")
                .ToHashSet(),
            reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).ToHashSet());
    }

    private static IEnumerable<string> ReadLiterals(MetadataReader reader)
    {
        if (reader.GetHeapSize(HeapIndex.UserString) == 0)
            yield break;
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = reader.GetNextHandle(handle))
            yield return reader.GetUserString(handle);
    }

    private static string FullName(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
