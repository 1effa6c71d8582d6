namespace Search.Service.Composition;

/// <summary>
/// Where the archive lies unless <c>Search:Sqlite:Path</c> says otherwise: one absolute path per user, so that both hosts
/// open the same archive whatever folder they are started from.
/// </summary>
public static class ArchiveLocation
{
    /// <summary>The default for the user who runs this process.</summary>
    public static string Default { get; } = Choose(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        Path.GetTempPath(),
        Environment.UserName);

    /// <param name="localApplicationData">Empty for users without a home, as in containers.</param>
    /// <param name="temporaryFolder">Where the archive goes then; the user's name keeps users apart.</param>
    /// <param name="userName">Of the user who runs this process.</param>
    public static string Choose(string localApplicationData, string temporaryFolder, string userName) =>
        Path.IsPathFullyQualified(localApplicationData)
            ? Path.Combine(localApplicationData, "search", "archive.db")
            : Path.GetFullPath(Path.Combine(temporaryFolder, $"search-{userName}", "archive.db"));
}
