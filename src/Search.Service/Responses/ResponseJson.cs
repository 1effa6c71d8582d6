using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Service.Responses;

/// <summary>How answers are written as JSON: camelCase, numbers as numbers, nulls written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SearchPageResponse))]
[JsonSerializable(typeof(StatementResponse))]
[JsonSerializable(typeof(FacetPageResponse))]
[JsonSerializable(typeof(VersionsResponse))]
[JsonSerializable(typeof(SuggestionsResponse))]
[JsonSerializable(typeof(DifferenceResponse))]
[JsonSerializable(typeof(UsesResponse))]
[JsonSerializable(typeof(TrendsResponse))]
[JsonSerializable(typeof(ComparisonResponse))]
[JsonSerializable(typeof(ArchiveCoverageResponse))]
[JsonSerializable(typeof(PhrasesResponse))]
[JsonSerializable(typeof(LinesResponse))]
[JsonSerializable(typeof(FrozenSearchResponse))]
[JsonSerializable(typeof(NoveltyResponse))]
[JsonSerializable(typeof(SiblingsResponse))]
[JsonSerializable(typeof(SimilarResponse))]
[JsonSerializable(typeof(ExportRow))]
public sealed partial class ResponseJson : JsonSerializerContext
{
    /// <summary>For people and scripts alike: letters of any language as they are. Not for embedding in a page.</summary>
    public static ResponseJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    });
}
