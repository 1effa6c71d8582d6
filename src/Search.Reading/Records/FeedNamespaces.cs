using System.Xml;

namespace Search.Reading.Records;

/// <summary>The prefixes that a feed declares; one that it does not is made up, since elements are known by their bare names.</summary>
internal sealed class FeedNamespaces : XmlNamespaceManager
{
    public FeedNamespaces(IReadOnlyDictionary<string, string> declared) : base(new NameTable())
    {
        foreach (var (prefix, address) in declared.Where(pair => pair.Key is not ("xml" or "xmlns")))
        {
            AddNamespace(prefix, address);
        }
    }

    public override string? LookupNamespace(string prefix) =>
        base.LookupNamespace(prefix) ?? (prefix.Length == 0 ? null : $"urn:undeclared:{prefix}");
}
