using Search.Archive.Matching;
using Search.Core.Analysis;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Match_Everything_FindsAll() =>
        await FindsAsync(await WithAsync(new("1"), new("2")), "1 2", Match.Everything);

    [Fact]
    public async Task Match_Nothing_FindsNone() =>
        await FindsAsync(await WithAsync(new("1"), new("2")), "", Match.Nothing);

    [Fact]
    public async Task Match_EmptyArchive_FindsNone()
    {
        var engine = await EmptyAsync();

        await FindsAsync(engine, "", Match.Everything);
        await FindsAsync(engine, "", Match.Word("tide"));
    }

    [Fact]
    public async Task Word_Stemmed_FindsOtherForms() =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "They condemned it." }, new("2") { Body = "We condemn it." }, new("3") { Body = "A condominium." }),
            "1 2",
            Match.Word("condemning"));

    [Fact]
    public async Task Word_Exact_FindsThisFormInAnyCaseAndAccent() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "A CAFE by the quay." }, new("2") { Body = "The café." }, new("3") { Body = "Two cafes." }),
            "1 2",
            Match.Word("Café", Likeness.Exact));

    [Fact]
    public async Task Word_Verbatim_FindsThisCaseAndAccentOnly() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "The Café." }, new("2") { Body = "The café." }, new("3") { Body = "The Cafe." }),
            "1",
            Match.Word("Café", Likeness.Verbatim));

    [Fact]
    public async Task Word_CountryAndPronoun_AreDifferentWords()
    {
        var engine = await WithAsync(
            new("1") { Body = "The U.S. fleet." }, new("2") { Body = "They met us there." }, new("3") { Body = "A US ship." });

        await FindsAsync(engine, "1 3", Match.Word("US"));
        await FindsAsync(engine, "1 3", Match.Word("U.S.", Likeness.Exact));
        await FindsAsync(engine, "2", Match.Word("us"));
    }

    [Theory]
    [InlineData("Kim Jong Un", "1 2")]
    [InlineData("Kim Jong-un", "1 2")]
    [InlineData("D.P.R.K.", "3 4")]
    [InlineData("O'Neill", "5 6")]
    public async Task Phrase_WrittenOtherwise_IsTheSame(string text, string expected) =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "Kim Jong-un wrote." },
                new("2") { Body = "KIM JONG UN wrote." },
                new("3") { Body = "The DPRK wrote." },
                new("4") { Body = "The D.P.R.K. wrote." },
                new("5") { Body = "O’Neill wrote." },
                new("6") { Body = "O'Neill wrote." }),
            expected,
            Match.Phrase(text));

    /// <summary>An engine whose tokenizer would cut elsewhere gets another text; it is found by its words and shown as printed.</summary>
    [Theory]
    [InlineData("it's lamp", "It`s lamp")]
    [InlineData("Nur'an lamp", "nurʾān lamp")]
    [InlineData("keepers lamp", "keepers’lamp")]
    [InlineData("D.H.B. lamp", "D.H.B.’s lamp")]
    [InlineData("צ'ק lamp", "צ‘ק lamp")]
    public async Task Phrase_WithAMarkInAWord_IsFoundAndShownAsPrinted(string text, string printed)
    {
        var engine = await WithAsync(
            new("1") { Title = $"On {printed}", Body = $"The {printed} was lit." }, new("2") { Body = "A lamp." });

        var hit = Assert.Single((await SearchAsync(engine, Match.Phrase(text))).Hits);

        Assert.Equal($"On {printed}", hit.Statement.Title);
        Assert.Equal($"The {printed} was lit.", hit.Statement.Body);
        var snippet = Assert.Single(hit.Highlights.Snippets);
        var mark = Assert.Single(snippet.Marks);
        Assert.Equal(printed, snippet.Text.Substring(mark.Start, mark.Length));
    }

    [Fact]
    public async Task Phrase_OfCommonWords_IsAPhrase() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "To be or not to be." }, new("2") { Body = "Not to be or to be." }),
            "1",
            Match.Phrase("to be or not to be"));

    [Fact]
    public async Task Phrase_WordsApartOrReversed_IsNotFound() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "A red lamp." }, new("2") { Body = "A red old lamp." }, new("3") { Body = "The lamp red." }),
            "1",
            Match.Phrase("red lamp"));

    [Fact]
    public async Task Phrase_FromTitleIntoBody_IsNotFound()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Title = "The red", Body = "Lamp was lit." });

        await FindsAsync(engine, "", Match.Phrase("red lamp"));
        await FindsAsync(engine, "1", Match.And(Match.Word("red"), Match.Word("lamp")));
    }

    [Fact]
    public async Task Phrase_FromBodyIntoTitleOfNext_IsNotFound() =>
        await FindsAsync(
            await WithAsync(new("1") { Title = "Alpha", Body = "Beta gamma" }, new("2") { Title = "Delta", Body = "Epsilon" }),
            "",
            Match.Phrase("gamma delta"));

    [Fact]
    public async Task Phrase_AcrossParagraphs_IsFound() =>
        await FindsAsync(
            await WithAsync(new StatementBuilder("1") { Body = "It ends with harbour\n\nlights in a row." }),
            "1",
            Match.Phrase("harbour lights"));

    [Fact]
    public async Task Phrase_Stemmed_FindsOtherForms() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "It condemns the raids." }, new("2") { Body = "It condemns a raid." }),
            "1",
            Match.Phrase("condemned the raid", Likeness.Stemmed));

    [Fact]
    public async Task Phrase_RepeatedWord_NeedsItTwice() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "Never, never again." }, new("2") { Body = "Never again." }),
            "1",
            Match.Phrase("never never"));

    [Fact]
    public async Task Phrase_MixedLevels_EachWordAtItsOwn()
    {
        var engine = await WithAsync(
            new("1") { Body = "The Guard condemned it." },
            new("2") { Body = "The guard condemned it." },
            new("3") { Body = "The Guard saw it." });

        await FindsAsync(engine, "1", Match.Phrase(
            new TermSlot([Match.Term("Guard", Likeness.Verbatim)]), new TermSlot([Match.Term("condemning", Likeness.Stemmed)])));
    }

    [Fact]
    public async Task Phrase_Alternatives_FindsEach()
    {
        var engine = await WithAsync(
            new("1") { Body = "We strongly condemn the act." },
            new("2") { Body = "We strongly regret the act." },
            new("3") { Body = "We strongly like the act." });

        await FindsAsync(engine, "1 2", Match.Phrase(
            Match.AnyOf(Likeness.Exact, "strongly"), Match.AnyOf(Likeness.Exact, "condemn", "regret"), Match.AnyOf(Likeness.Exact, "the")));
    }

    [Fact]
    public async Task Phrase_AlternativesAtItsEdges_FindsEach() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "north gate" }, new("2") { Body = "south door" }, new("3") { Body = "gate north" }),
            "1 2",
            Match.Phrase(Match.AnyOf(Likeness.Exact, "north", "south"), Match.AnyOf(Likeness.Exact, "gate", "door")));

    [Fact]
    public async Task Phrase_FreeWord_IsExactlyOne()
    {
        var engine = await WithAsync(
            new("1") { Body = "strongly condemn the act" },
            new("2") { Body = "strongly the act" },
            new("3") { Body = "strongly and always condemn the act" });

        await FindsAsync(engine, "1", Match.Phrase("strongly * the"));
        await FindsAsync(engine, "3", Match.Phrase("strongly * * * the"));
    }

    [Fact]
    public async Task Prefix_Alone_FindsWordsThatBeginSo()
    {
        var engine = await WithAsync(
            new("1") { Body = "Nuclear power." },
            new("2") { Body = "The NUCLEUS." },
            new("3") { Body = "A thermonuclear pump." },
            new("4") { Title = "Nucléaire" });

        await FindsAsync(engine, "1 2 4", Match.Phrase("nucl*"));
    }

    [Fact]
    public async Task Prefix_WholeWord_IsFoundToo() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "A harbour." }, new("2") { Body = "Two harbours." }), "1 2", Match.Phrase("harbour*"));

    [Fact]
    public async Task Prefix_LooksAtExactFormsNotStems() =>
        await FindsAsync(await WithAsync(new("1") { Body = "Two ponies." }, new("2") { Body = "A ponion." }), "2", Match.Phrase("ponio*"));

    [Fact]
    public async Task Prefix_AtAPhrasesEnd_FindsEachEnding() =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "the harbour lights" },
                new("2") { Body = "a harbour lighthouse" },
                new("3") { Body = "lights of the harbour" }),
            "1 2",
            Match.Phrase("harbour ligh*"));

    [Fact]
    public async Task Prefix_WithManyExpansions_FindsAll()
    {
        var engine = await WithAsync(
            [.. Enumerable.Range(100, 90).Select(number => new StatementBuilder($"{number}") { Body = $"berth{number} free" })]);

        Assert.Equal(90, (await SearchAsync(engine, Match.Phrase("berth*"))).Total);
        Assert.Equal(90, (await SearchAsync(engine, Match.Phrase(Match.Prefix("berth"), Match.AnyOf(Likeness.Exact, "free")))).Total);
    }

    [Theory]
    [InlineData("en", "1")]
    [InlineData("en-GB", "1")]
    [InlineData(null, "1")]
    [InlineData("es", "")]
    [InlineData("de-AT", "")]
    public async Task Word_Stemmed_OnlyInEnglish(string? language, string expected) =>
        await FindsAsync(
            await WithAsync(new StatementBuilder("1") { Body = "condemned", Language = language }), expected, Match.Word("condemns"));

    [Fact]
    public async Task Word_StemmedInAnotherLanguage_FindsTheFormItself()
    {
        var engine = await WithAsync(
            new("1") { Body = "Las naciones unidas.", Language = "es" }, new("2") { Body = "Seven naciones.", Language = "en" });

        await FindsAsync(engine, "1 2", Match.Word("naciones"));
    }

    [Fact]
    public async Task Word_WhoseStemIsAnotherLanguagesWord_IsNotMistakenForIt()
    {
        // "general" stems to "gener", which is a word of its own in the second statement.
        var engine = await WithAsync(new("1") { Body = "a general", Language = "es" }, new("2") { Body = "gener", Language = "es" });

        await FindsAsync(engine, "1", Match.Word("general"));
    }

    [Fact]
    public async Task Match_UserTextThatLooksLikeSyntax_IsText()
    {
        var engine = await WithAsync(
            new("1") { Body = "The words AND, OR, NOT, NEAR stand here." }, new("2") { Body = "title body column" });

        await FindsAsync(engine, "1", Match.Word("NEAR", Likeness.Exact));
        await FindsAsync(engine, "1", Match.Phrase("and or not near"));
        await FindsAsync(engine, "2", Match.Word("title", Likeness.Exact));
    }

    [Theory]
    [InlineData("東京", "1")]
    [InlineData("Ελλάδα", "2")]
    [InlineData("Россия", "3")]
    public async Task Word_OtherScripts_AreFound(string word, string expected) =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "会議は東京で開かれた。", Language = "ja" },
                new("2") { Body = "Η Ελλάδα μίλησε.", Language = "el" },
                new("3") { Body = "Россия сказала.", Language = "ru" }),
            expected,
            Match.Phrase(word));
}
