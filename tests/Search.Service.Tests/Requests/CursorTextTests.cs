using Search.Archive.Searching;
using Search.Service.Requests;

namespace Search.Service.Tests.Requests;

public sealed class CursorTextTests
{
    private const string Search = "harbour\nnewest";
    private static readonly SearchCursor s_cursor = new("generation-7", ["2030-05-17", "é|\"x", string.Empty]);

    [Fact]
    public void Read_WhatWasWritten_ComesBack() => Assert.Equal(s_cursor, CursorText.Read(CursorText.Write(s_cursor, Search), Search));

    [Fact]
    public void Write_Cursor_NeedsNoEncodingInAnAddress()
    {
        var text = CursorText.Write(s_cursor, Search);

        Assert.Equal(text, Uri.EscapeDataString(text));
    }

    [Fact]
    public void Read_ForAnotherSearch_IsRefused() => Assert.Null(CursorText.Read(CursorText.Write(s_cursor, Search), "harbor\nnewest"));

    [Fact]
    public void Read_AnyCharacterAlteredOrCut_IsRefused()
    {
        var text = CursorText.Write(s_cursor, Search);
        for (var index = 0; index < text.Length; index++)
        {
            Assert.Null(CursorText.Read(text[..index], Search));
            var altered = text[..index] + (text[index] == 'A' ? 'B' : 'A') + text[(index + 1)..];

            // The last character of base64 may hold bits that mean nothing.
            Assert.True(CursorText.Read(altered, Search) is null || index == text.Length - 1);
        }
    }

    [Theory]
    [InlineData("not base64 at all")]
    [InlineData("====")]
    [InlineData("AAAA")]
    public void Read_AnythingElse_IsRefused(string text) => Assert.Null(CursorText.Read(text, Search));

    [Fact]
    public void Read_VeryLongText_IsRefused() => Assert.Null(CursorText.Read(new string('A', 100_000), Search));
}
