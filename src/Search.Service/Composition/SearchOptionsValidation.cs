using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Search.Service.Composition;

/// <summary>Checks the annotations. The framework's own check wraps each message in the names of classes, which no user knows.</summary>
internal sealed class SearchOptionsValidation : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(results.Select(result => result.ErrorMessage ?? string.Empty));
    }
}
