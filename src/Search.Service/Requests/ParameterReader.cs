using System.Globalization;
using Search.Core.Analysis;

namespace Search.Service.Requests;

/// <summary>
/// Reads parameters strictly and collects what is wrong with them. A parameter given without a value counts as not given:
/// that is how a form sends a field left empty.
/// </summary>
internal sealed class ParameterReader
{
    private const int MaxValueLength = 300;
    private const int MaxValues = 50;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ParameterError> _errors = [];

    public ParameterReader(IEnumerable<KeyValuePair<string, string?>> pairs, IReadOnlyList<Parameter> known)
    {
        foreach (var (name, value) in pairs)
        {
            if (!known.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                Fail(name, UnknownName(name, known));
            }
            else if (!string.IsNullOrWhiteSpace(value))
            {
                Add(name, value);
            }
        }
    }

    public IReadOnlyList<ParameterError> Errors => _errors;

    public void Fail(string name, string message)
    {
        if (!_errors.Exists(error => error.Name == name && error.Message == message))
        {
            _errors.Add(new ParameterError(name, message));
        }
    }

    /// <summary>The only value, unchecked; null when it is not given.</summary>
    public string? Raw(Parameter parameter)
    {
        if (!_values.TryGetValue(parameter.Name, out var values))
        {
            return null;
        }

        if (values.Count > 1)
        {
            Fail(parameter.Name, "is given more than once; give it once.");
        }

        return values[0];
    }

    /// <summary>All values, unchecked, no two the same.</summary>
    /// <param name="most">More are an error.</param>
    public IReadOnlyList<string> Raws(Parameter parameter, int most)
    {
        string[] values = [.. _values.GetValueOrDefault(parameter.Name, []).Distinct(StringComparer.Ordinal)];
        if (values.Length <= most)
        {
            return values;
        }

        Fail(parameter.Name, $"is given {values.Length} times; {most} are the most.");
        return [];
    }

    public string? Text(Parameter parameter) => Raw(parameter) is { } value && IsSound(parameter, value) ? value.Trim() : null;

    public IReadOnlyList<string> Texts(Parameter parameter)
    {
        if (!_values.TryGetValue(parameter.Name, out var values))
        {
            return [];
        }

        if (values.Count > MaxValues)
        {
            Fail(parameter.Name, $"is given {values.Count} times; {MaxValues} are the most.");
            return [];
        }

        return [.. values.Where(value => IsSound(parameter, value)).Select(value => value.Trim()).Distinct(StringComparer.Ordinal)];
    }

    public string? Choice(Parameter parameter)
    {
        var value = Text(parameter) ?? parameter.Default;
        if (value is null
            || parameter.Choices.FirstOrDefault(choice => choice.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } choice)
        {
            return value?.ToLowerInvariant();
        }

        Fail(parameter.Name, $"'{value}' is none of {string.Join(", ", parameter.Choices)}.");
        return null;
    }

    /// <summary>Of a parameter whose choices are true and false; null when it is not given.</summary>
    public bool? YesOrNo(Parameter parameter) => Choice(parameter) is { } choice ? choice == "true" : null;

    public int Integer(Parameter parameter)
    {
        var value = Text(parameter) ?? parameter.Default!;
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= parameter.Minimum && number <= parameter.Maximum)
        {
            return number;
        }

        Fail(parameter.Name, $"'{value}' is no whole number from {parameter.Minimum} to {parameter.Maximum}.");
        return parameter.Minimum ?? 0;
    }

    /// <summary>A number of days, with or without a d behind it.</summary>
    public int Days(Parameter parameter)
    {
        var value = Text(parameter) ?? parameter.Default!;
        var number = value.EndsWith('d') ? value[..^1] : value;
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days >= parameter.Minimum && days <= parameter.Maximum)
        {
            return days;
        }

        Fail(
            parameter.Name,
            $"'{value}' is no number of days from {parameter.Minimum} to {parameter.Maximum}, such as "
                + $"{parameter.Default ?? parameter.Example}.");
        return parameter.Minimum ?? 0;
    }

    public DateOnly? Date(Parameter parameter)
    {
        if (Text(parameter) is not { } value)
        {
            return null;
        }

        if (SearchParameters.ReadDay(value) is { } date)
        {
            return date;
        }

        Fail(parameter.Name, $"'{value}' is no date of the form yyyy-MM-dd, such as 2024-09-01.");
        return null;
    }

    private static string UnknownName(string name, IReadOnlyList<Parameter> known)
    {
        var nearest = EditDistance.Nearest(name, known.Select(parameter => parameter.Name));
        return known.Count == 0
            ? "is no parameter here; none is taken."
            : nearest is null
            ? $"is no parameter here. There are: {string.Join(", ", known.Select(parameter => parameter.Name))}."
            : $"is no parameter here. Did you mean {nearest}?";
    }

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            _values.Add(name, values = []);
        }

        values.Add(value);
    }

    private bool IsSound(Parameter parameter, string value)
    {
        if (value.Length > MaxValueLength && parameter != SearchParameters.Cursor)
        {
            Fail(parameter.Name, $"is {value.Length} characters long; {MaxValueLength} are the most.");
            return false;
        }

        var place = value.AsSpan().IndexOfAnyInRange('\0', '\u001f');
        if (place >= 0)
        {
            Fail(parameter.Name, $"has a control character (U+{(int)value[place]:X4}) at position {place}.");
        }

        return place < 0;
    }
}
