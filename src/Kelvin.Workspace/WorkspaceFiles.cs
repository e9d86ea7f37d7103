using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Workspace;

/// <summary>What was read from a workspace's folder.</summary>
/// <param name="Files">Its definition files, ordered by path.</param>
/// <param name="Issues">Files and folders that could not be read.</param>
public sealed record WorkspaceFiles(ImmutableArray<DefinitionFile> Files, ImmutableArray<Issue> Issues);
