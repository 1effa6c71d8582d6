using System.Globalization;
using System.Text.Encodings.Web;
using Search.Service.Requests;
using Search.Web.Api;

namespace Search.Web.Pages.Layout;

/// <summary>
/// The address of a page of a search: the whole state is in it, so every link is this with something put in or taken out.
/// </summary>
public sealed record SearchUrl
{
    private readonly string _path;
    private readonly KeyValuePair<string, string>[] _parameters;

    /// <summary>Pages that one can go back by, so that addresses stay short.</summary>
    private const int MaxPassed = 20;

    private SearchUrl(string path, KeyValuePair<string, string>[] parameters) => (_path, _parameters) = (path, parameters);

    public static SearchUrl Empty { get; } = new("/", []);

    /// <summary>The search that a request bears, whichever page it asks for; what is none of a search's parameters is left out.</summary>
    public static SearchUrl From(HttpRequest request) =>
        new("/", [.. KnownParameters.Of(request.Parameters(), PageParameters.Search)]);

    /// <summary>The search with these parameters, each with its values.</summary>
    public static SearchUrl Of(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters) =>
        new("/", [.. parameters.SelectMany(entry => entry.Value.Select(value => KeyValuePair.Create(entry.Key, value)))]);

    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    /// <summary>How many hits stand before the page's first; 0 on the first page, and where the address does not say.</summary>
    public int Before => int.TryParse(this[PageParameters.At], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        ? Math.Clamp(at - 1, 0, int.MaxValue)
        : 0;

    public string? this[Parameter parameter] => _parameters.FirstOrDefault(pair => pair.Key == parameter.Name).Value;

    /// <summary>The day that a sound address bears.</summary>
    public DateOnly? Date(Parameter parameter) => SearchParameters.ReadDay(this[parameter]?.Trim());

    public bool Has(string name, string value) => _parameters.Contains(KeyValuePair.Create(name, value));

    /// <summary>Another page about the same search.</summary>
    public SearchUrl At(string path) => new(path, _parameters);

    /// <summary>A statement that was found by the search, whole.</summary>
    public SearchUrl Statement(string id) => At($"/statements/{id}");

    /// <summary>The same, opened at the first passage that has what is asked for; at its top where nothing is.</summary>
    public string Passage(string id) => Passage(id, isMarked: this[SearchParameters.Query] is not null);

    /// <param name="isMarked">Whether the text is known to have a mark.</param>
    public string Passage(string id, bool isMarked) => $"{Statement(id)}{(isMarked ? "#match-1" : null)}";

    /// <summary>With this value instead of any other of the parameter; null takes it away. The first page of what results.</summary>
    public SearchUrl With(Parameter parameter, string? value) => With(parameter.Name, value);

    public SearchUrl With(string name, string? value)
    {
        var rest = Narrowed().Where(pair => pair.Key != name);
        return new(_path, [.. value is null ? rest : rest.Append(KeyValuePair.Create(name, value))]);
    }

    /// <summary>Another value where this one stood, beside whatever others there are; put in where it did not stand.</summary>
    public SearchUrl Instead(Parameter parameter, string value, string other) => Has(parameter.Name, value)
        ? new(_path, [.. Narrowed().Select(pair => pair.Key == parameter.Name && pair.Value == value
            ? KeyValuePair.Create(pair.Key, other)
            : pair)])
        : With(parameter, other);

    public SearchUrl Add(string name, string value) =>
        Has(name, value) ? this : new(_path, [.. Narrowed(), KeyValuePair.Create(name, value)]);

    public SearchUrl Remove(string name, string value) =>
        new(_path, [.. Narrowed().Where(pair => pair.Key != name || pair.Value != value)]);

    /// <summary>This value chosen, or no longer chosen when it is; never both chosen and excluded.</summary>
    public SearchUrl Toggle(string name, string value) =>
        Has(name, value) ? Remove(name, value) : Remove(name, $"-{value}").Add(name, value);

    public SearchUrl ToggleExcluded(string name, string value) =>
        Has(name, $"-{value}") ? Remove(name, $"-{value}") : Remove(name, value).Add(name, $"-{value}");

    /// <summary>The same query in the same order, narrowed by nothing.</summary>
    public SearchUrl WithoutFilters() => new(
        _path,
        [
            .. Narrowed().Where(pair => pair.Key == SearchParameters.Query.Name
                || pair.Key == SearchParameters.Sort.Name
                || pair.Key == SearchParameters.Size.Name),
        ]);

    /// <summary>The first page of the list.</summary>
    public SearchUrl FirstPage() => new(_path, [.. Narrowed()]);

    /// <summary>The same search where all that match are counted: they have no order and no pages.</summary>
    public SearchUrl ForCounting() => new(_path, [.. Narrowed().Where(pair => !IsOf(pair, PageParameters.Arranging))]);

    /// <param name="cursor">Where this page ends.</param>
    /// <param name="shown">Hits that this page accounts for.</param>
    public SearchUrl NextPage(string cursor, int shown) => Page(
        cursor,
        Before + shown + 1,
        this[SearchParameters.Cursor] is { } own ? Passed().Append($"{Before + 1}.{own}").TakeLast(MaxPassed) : []);

    /// <summary>The page before; null on the first, and where the address no longer has its cursor.</summary>
    /// <param name="size">Hits on a page.</param>
    public SearchUrl? PreviousPage(int size)
    {
        string[] passed = [.. Passed()];
        if (passed.Length == 0)
        {
            return Before > 0 && Before <= size && this[SearchParameters.Cursor] is not null ? FirstPage() : null;
        }

        var parts = passed[^1].Split('.', 2);
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? Page(parts[^1], at, passed[..^1])
            : null;
    }

    public SearchUrl Since(DateOnly from) => With(SearchParameters.To, null).With(SearchParameters.From, from.ToString("yyyy-MM-dd"));

    public SearchUrl Between(DateOnly from, DateOnly to) =>
        With(SearchParameters.From, from.ToString("yyyy-MM-dd")).With(SearchParameters.To, to.ToString("yyyy-MM-dd"));

    public override string ToString() => _parameters.Length == 0
        ? _path
        : $"{_path}?{string.Join('&', _parameters.Select(pair => $"{pair.Key}={UrlEncoder.Default.Encode(pair.Value)}"))}";

    private SearchUrl Page(string cursor, int at, IEnumerable<string> passed) => new(
        _path,
        [
            .. Narrowed(),
            KeyValuePair.Create(SearchParameters.Cursor.Name, cursor),
            KeyValuePair.Create(PageParameters.At.Name, at.ToString(CultureInfo.InvariantCulture)),
            .. passed.Select(other => KeyValuePair.Create(PageParameters.Passed.Name, other)),
        ]);

    private IEnumerable<string> Passed() =>
        _parameters.Where(pair => pair.Key == PageParameters.Passed.Name).Select(pair => pair.Value);

    /// <summary>Without what tells one page of the list from another.</summary>
    private IEnumerable<KeyValuePair<string, string>> Narrowed() => _parameters.Where(pair => !IsOf(pair, PageParameters.Place));

    private static bool IsOf(KeyValuePair<string, string> pair, IReadOnlyList<Parameter> parameters) =>
        parameters.Any(parameter => parameter.Name == pair.Key);
}
