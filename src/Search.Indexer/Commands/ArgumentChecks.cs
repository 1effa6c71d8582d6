using System.CommandLine;

namespace Search.Indexer.Commands;

internal static class ArgumentChecks
{
    /// <summary>
    /// System.CommandLine takes an option it does not know for an argument, so a misspelt <c>--fautls</c> would be a path.
    /// A path that begins so can be given as <c>./--path</c>.
    /// </summary>
    /// <param name="argument">What would swallow it.</param>
    /// <param name="prefix">What options begin with, here.</param>
    public static void RefuseUnknownOptions(this Argument<string[]> argument, string prefix = "-") => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.Length > prefix.Length && token.Value.StartsWith(prefix, StringComparison.Ordinal))
            {
                result.AddError($"There is no option {token.Value}.");
            }
        }
    });
}
