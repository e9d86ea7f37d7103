namespace Fuzz.Tests.Running;

/// <summary>An answer that breaks a law; the first line says which, and is the same for all that break it alike.</summary>
internal sealed class IssueFault(string law, string shown) : Exception($"{law}\n{shown}");
