using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Core.Statements;
using Search.Service.Requests;
using Search.Web.Api;
using Search.Web.Problems;

namespace Search.Web.OpenApi;

/// <summary>Adds to openapi.json what handlers' signatures do not say: parameters read strictly, and problems by name.</summary>
internal static class OpenApiDescriptions
{
    /// <summary>Of every group of calls, what it is for.</summary>
    private static readonly Dictionary<string, string> s_tags = new(StringComparer.Ordinal)
    {
        ["Statements"] = "Pages of hits, single statements, their versions, and what they share with others.",
        ["Facets"] = "The values of one facet, searched and paged.",
        ["Suggestions"] = "Completions while typing.",
        ["Counting"] = "First and last use, trends, issuers compared, phrases, and what the archive holds.",
        ["Lines"] = "Every occurrence of a query in its context.",
        ["Export"] = "Every hit of a search as a file.",
        ["Feeds"] = "What is new in a search.",
        ["Frozen results"] = "Results fit to cite.",
    };

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(DescribeDate);
    }

    private static Task DescribeDocument(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Search",
            Version = "v1",
            Description = "Full-text search over official press statements. "
                + "Errors are problems (RFC 9457) whose types have a page each under /problems/.",
            Contact = new OpenApiContact { Name = "Whoever runs this service" },
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };

        // The address is the reader's own: one written here would be the machine's that made the document.
        document.Servers = [new OpenApiServer { Url = "/", Description = "Where this document was read." }];

        // An empty requirement: nobody signs in.
        document.Security = [[]];
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description = s_tags[tag.Name!];
        }

        return Task.CompletedTask;
    }

    /// <summary>A date is a text for whoever reads the answer.</summary>
    private static Task DescribeDate(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(IssueDate))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
        }

        return Task.CompletedTask;
    }

    private static Task DescribeOperation(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<ParameterMetadata>().SelectMany(entry => entry.Parameters))
        {
            operation.Parameters.Add(Describe(parameter));
        }

        var places = operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path);
        foreach (var parameter in places)
        {
            parameter.Description = PathDescription(parameter.Name!);
        }

        ProblemType[] types =
        [
            .. metadata.OfType<ProblemMetadata>().SelectMany(entry => entry.Types),
            ProblemTypes.RateLimited,
            ProblemTypes.EngineUnavailable,
        ];
        foreach (var group in types.Distinct().GroupBy(type => type.Status.ToString(CultureInfo.InvariantCulture)))
        {
            if (operation.Responses?.TryGetValue(group.Key, out var response) == true)
            {
                response.Description = string.Join(" ", group.Select(type => $"{type.Title} ({type.Path})."));
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Describe(Parameter parameter)
    {
        var schema = new OpenApiSchema
        {
            Type = parameter.Form == ParameterForm.WholeNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
            Format = parameter.Form switch { ParameterForm.Date => "date", ParameterForm.WholeNumber => "int32", _ => null },
            Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
            Enum = [.. parameter.Choices.Select(choice => (JsonNode)choice)],
            Default = parameter.Default is null ? null
                : parameter.Form == ParameterForm.WholeNumber ? int.Parse(parameter.Default, CultureInfo.InvariantCulture)
                : parameter.Default,
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Explode = parameter.Repeats,
            Schema = parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema } : schema,
            Example = parameter.Example is null ? null : parameter.Repeats ? new JsonArray(parameter.Example) : parameter.Example,
        };
    }

    private static string PathDescription(string name) => name switch
    {
        "id" => "The statement's id, or the one its source gave it.",
        "hash" => "What a result was frozen under.",
        "number" => "The number of an earlier version, from 1.",
        "name" => "issuer, country, source, kind or language.",
        _ => name,
    };
}
