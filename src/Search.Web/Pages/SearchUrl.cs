using System.Text.Encodings.Web;
using Search.Service.Requests;
using Search.Web.Api;

namespace Search.Web.Pages;

/// <summary>
/// The address of a page of a search: the whole state is in it, so every link is this with something put in or taken out.
/// </summary>
public sealed record SearchUrl
{
    private readonly string _path;
    private readonly KeyValuePair<string, string>[] _parameters;

    private SearchUrl(string path, KeyValuePair<string, string>[] parameters) => (_path, _parameters) = (path, parameters);

    public static SearchUrl Empty { get; } = new("/", []);

    /// <summary>The search that a request bears, whichever page it asks for; what is none of a search's parameters is left out.</summary>
    public static SearchUrl From(HttpRequest request) =>
        new("/", [.. KnownParameters.Of(request.Parameters(), SearchParameters.Search)]);

    /// <summary>The search with these parameters, each with its values.</summary>
    public static SearchUrl Of(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters) =>
        new("/", [.. parameters.SelectMany(entry => entry.Value.Select(value => KeyValuePair.Create(entry.Key, value)))]);

    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    public string? this[Parameter parameter] => _parameters.FirstOrDefault(pair => pair.Key == parameter.Name).Value;

    public bool Has(string name, string value) => _parameters.Contains(KeyValuePair.Create(name, value));

    /// <summary>Another page about the same search.</summary>
    public SearchUrl At(string path) => new(path, _parameters);

    /// <summary>With this value instead of any other of the parameter; null takes it away. The first page of what results.</summary>
    public SearchUrl With(Parameter parameter, string? value) => With(parameter.Name, value);

    public SearchUrl With(string name, string? value)
    {
        var rest = FirstPage().Where(pair => pair.Key != name);
        return new(_path, [.. value is null ? rest : rest.Append(KeyValuePair.Create(name, value))]);
    }

    public SearchUrl Add(string name, string value) =>
        Has(name, value) ? this : new(_path, [.. FirstPage(), KeyValuePair.Create(name, value)]);

    public SearchUrl Remove(string name, string value) =>
        new(_path, [.. FirstPage().Where(pair => pair.Key != name || pair.Value != value)]);

    /// <summary>This value chosen, or no longer chosen when it is; never both chosen and excluded.</summary>
    public SearchUrl Toggle(string name, string value) =>
        Has(name, value) ? Remove(name, value) : Remove(name, $"-{value}").Add(name, value);

    public SearchUrl ToggleExcluded(string name, string value) =>
        Has(name, $"-{value}") ? Remove(name, $"-{value}") : Remove(name, value).Add(name, $"-{value}");

    /// <summary>The same query in the same order, narrowed by nothing.</summary>
    public SearchUrl WithoutFilters() => new(
        _path,
        [
            .. FirstPage().Where(pair => pair.Key == SearchParameters.Query.Name
                || pair.Key == SearchParameters.Sort.Name
                || pair.Key == SearchParameters.Size.Name),
        ]);

    public SearchUrl Between(DateOnly from, DateOnly to) =>
        With(SearchParameters.From, from.ToString("yyyy-MM-dd")).With(SearchParameters.To, to.ToString("yyyy-MM-dd"));

    public override string ToString() => _parameters.Length == 0
        ? _path
        : $"{_path}?{string.Join('&', _parameters.Select(pair => $"{pair.Key}={UrlEncoder.Default.Encode(pair.Value)}"))}";

    private IEnumerable<KeyValuePair<string, string>> FirstPage() => _parameters.Where(pair => pair.Key != SearchParameters.Cursor.Name);
}
