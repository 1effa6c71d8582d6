using Search.Service.Composition;

namespace Search.Service.Tests.Composition;

public sealed class ArchiveLocationTests
{
    [Fact]
    public void Choose_UserWithAHome_IsBelowTheLocalApplicationData() =>
        Assert.Equal(
            Path.Combine(Path.GetFullPath("/home/ann/.local/share"), "search", "archive.db"),
            ArchiveLocation.Choose(Path.GetFullPath("/home/ann/.local/share"), "/tmp", "ann"));

    [Theory]
    [InlineData("")]
    [InlineData(".local/share")]
    public void Choose_NoUsableHome_IsTheUsersOwnTemporaryFolder(string home) =>
        Assert.Equal(Path.GetFullPath("/tmp/search-ann/archive.db"), ArchiveLocation.Choose(home, "/tmp", "ann"));

    [Fact]
    public void Default_IsAbsolute() => Assert.True(Path.IsPathFullyQualified(ArchiveLocation.Default));
}
