using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests;

public sealed class LessExactDateTests : IAsyncDisposable
{
    private readonly InMemoryEngine _engine = new();

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Theory]
    [InlineData("lamp", null, null, "2030-03-15 2030-03 2030", "")]
    [InlineData("lamp", "2030-03-10", "2030-03-20", "2030-03-15 2030-03 2030", "2030-03 2030")]
    [InlineData("lamp", "2030-03-01", "2030-03-31", "2030-03-15 2030-03 2030", "2030")]
    [InlineData("lamp", "2030-01-01", null, "2030-03-15 2030-03 2030", "")]
    [InlineData("lamp date:2030-03", null, null, "2030-03-15 2030-03 2030", "2030")]
    [InlineData("lamp after:2030-06-01", null, null, "2030", "2030")]
    [InlineData("lamp -date:2029", null, null, "2030-03-15 2030-03 2030", "")]
    public async Task Search_Range_MarksWhatItCuts(string query, string? from, string? to, string found, string cut)
    {
        var hits = (await SearchAsync(query, from, to)).Hits;

        Assert.Equal(found, string.Join(' ', hits.Select(hit => hit.Issued)));
        Assert.Equal(cut, string.Join(' ', hits.Where(hit => hit.IssuedPartly).Select(hit => hit.Issued)));
    }

    [Fact]
    public async Task Search_ByMonths_SaysHowManyAreInNoBar() =>
        Assert.Equal(new HistogramRestResponse(0, 1), (await SearchAsync("lamp", null, null)).HistogramRest);

    private async Task<SearchPageResponse> SearchAsync(string query, string? from, string? to)
    {
        var day = new DateOnly(2030, 3, 15);
        await using (var writer = await _engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None))
        {
            await writer.ImportAsync(
                [.. Enum.GetValues<DatePrecision>().Select(precision => new StatementBuilder(precision.ToString())
                {
                    Body = "The lamp is lit.", Issued = IssueDate.Around(day, precision),
                }.Build())],
                CancellationToken.None);
        }

        (string Name, string? Value)[] parameters = [("sort", "newest"), ("from", from), ("to", to)];
        return await Asking.SearchAsync(_engine, query, parameters.Where(parameter => parameter.Value is not null));
    }
}
