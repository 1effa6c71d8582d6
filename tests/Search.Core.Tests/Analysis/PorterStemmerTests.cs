using Search.Core.Analysis;

namespace Search.Core.Tests.Analysis;

/// <summary>The examples of Porter's paper, step by step, as they come out of all steps; then those that later releases changed.</summary>
public sealed class PorterStemmerTests
{
    [Theory]
    [InlineData("caresses caress ponies poni ties ti caress caress cats cat")]
    [InlineData("feed feed agreed agre plastered plaster bled bled motoring motor sing sing")]
    [InlineData(
        "conflated conflat troubled troubl sized size hopping hop tanned tan falling fall hissing hiss fizzed fizz failing fail "
        + "filing file")]
    [InlineData("happy happi sky sky")]
    [InlineData("relational relat conditional condit rational ration valenci valenc hesitanci hesit digitizer digit conformabli conform")]
    [InlineData(
        "radicalli radic differentli differ vileli vile analogousli analog vietnamization vietnam predication predic operator oper")]
    [InlineData(
        "feudalism feudal decisiveness decis hopefulness hope callousness callous formaliti formal sensitiviti sensit "
        + "sensibiliti sensibl")]
    [InlineData("triplicate triplic formative form formalize formal electriciti electr electrical electr hopeful hope goodness good")]
    [InlineData("revival reviv allowance allow inference infer airliner airlin gyroscopic gyroscop adjustable adjust defensible defens")]
    [InlineData("irritant irrit replacement replac adjustment adjust dependent depend adoption adopt homologou homolog communism commun")]
    [InlineData("activate activ angulariti angular homologous homolog effective effect bowdlerize bowdler")]
    [InlineData("probate probat rate rate cease ceas controll control roll roll")]
    [InlineData("geology geologi analogy analog possibly possibl")]
    [InlineData("a a is is us us as as aed a ion ion yyyy yyyi")]
    [InlineData("don't don't nuclear nuclear sanctions sanction über über")]
    public void Stem_KnownPairs_Stems(string pairs)
    {
        var words = pairs.Split(' ');
        for (var i = 0; i < words.Length; i += 2)
        {
            Assert.Equal(words[i + 1], PorterStemmer.Stem(words[i]));
        }
    }
}
