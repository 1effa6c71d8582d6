namespace Search.Core.Analysis;

/// <summary>A table of states that reads character classes. State 0 is dead, state 1 the start.</summary>
internal sealed class Automaton
{
    public const int Dead = 0;
    public const int Start = 1;
    private const int Classes = 32;

    private readonly byte[] _next;
    private readonly int _firstAccepting;

    /// <param name="states">How many states there are.</param>
    /// <param name="firstAccepting">A match may end in this state and the ones after it.</param>
    public Automaton(int states, int firstAccepting)
    {
        _next = new byte[states * Classes];
        _firstAccepting = firstAccepting;
    }

    public int Next(int state, CharacterClass characterClass) => _next[(state * Classes) + (int)characterClass];

    public bool Accepts(int state) => state >= _firstAccepting;

    public void On(int state, CharacterClass characterClass, int next) => _next[(state * Classes) + (int)characterClass] = (byte)next;

    public void On(int state, ReadOnlySpan<CharacterClass> characterClasses, int next)
    {
        foreach (var characterClass in characterClasses)
        {
            On(state, characterClass, next);
        }
    }
}
