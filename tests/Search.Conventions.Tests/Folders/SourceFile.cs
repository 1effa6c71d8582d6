using System.Text.RegularExpressions;

namespace Search.Conventions.Tests.Folders;

/// <summary>What a file declares and what it names.</summary>
/// <param name="Room">The file's folder below <c>src</c>, with slashes.</param>
/// <param name="Namespace">As declared; of a page, its folder's; empty for a program without one.</param>
/// <param name="Usings">The namespaces that the file imports.</param>
/// <param name="Types">The types it declares, without those inside of others.</param>
/// <param name="Names">Every name in its code, and every chain of names with dots between them.</param>
internal sealed partial record SourceFile(
    string Path, string Room, string Namespace, IReadOnlySet<string> Usings, IReadOnlySet<string> Types, IReadOnlySet<string> Names)
{
    /// <param name="path">Below <c>src</c>, with slashes.</param>
    /// <param name="imports">The lines that pages of the same folder share; empty for others.</param>
    public static SourceFile Read(string path, string content, string imports = "")
    {
        var isPage = path.EndsWith(".razor", StringComparison.Ordinal);
        var code = isPage ? PageComment().Replace(content, " ") : CodeScanner.Strip(content);
        var room = path[..path.LastIndexOf('/')];
        var name = path[(room.Length + 1)..];
        var chains = Chain().Matches(code).Select(match => match.Value).ToList();
        return new(
            path,
            room,
            isPage ? room.Replace('/', '.') : NamespaceLine().Match(code).Groups["name"].Value,
            Using().Matches($"{imports}\n{code}").Select(match => match.Groups["name"].Value).ToHashSet(),
            isPage ? [name.Split('.')[0]] : Declaration().Matches(code).Select(match => match.Groups["name"].Value).ToHashSet(),
            chains.Concat(chains.SelectMany(chain => chain.Split('.'))).ToHashSet());
    }

    /// <summary>Whether the file may name types of a namespace by their names alone.</summary>
    public bool Sees(string name) => Usings.Contains(name) || IsAround(name);

    /// <summary>Whether it names a type of a namespace by a chain: the whole one, or one that begins in a namespace around it.</summary>
    public bool Qualifies(string name, string type)
    {
        for (var start = 0; start >= 0; start = name.IndexOf('.', start + 1))
        {
            var (outer, inner) = start == 0 ? ("", name) : (name[..start], name[(start + 1)..]);
            if ((outer.Length == 0 || IsAround(outer)) && Names.Any(chain => Begins(chain, $"{inner}.{type}")))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAround(string name) => Namespace == name || Namespace.StartsWith($"{name}.", StringComparison.Ordinal);

    private static bool Begins(string chain, string start) =>
        chain == start || chain.StartsWith($"{start}.", StringComparison.Ordinal);

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PageComment();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(?:global\s+|@)?using\s+(?<name>[\w.]+)\s*;?\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    [GeneratedRegex(
        @"^(?:[a-z]+\s+)*(?:(?:class|struct|interface|enum|record)\s+(?<name>[A-Z]\w*)"
            + @"|delegate\s[^(\n]*?\b(?<name>[A-Z]\w*)(?:<[^>(]*>)?\()",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Chain();
}
