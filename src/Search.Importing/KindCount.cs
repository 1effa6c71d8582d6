namespace Search.Importing;

/// <param name="Files">Files of a kind that were looked into, whether or not anything was read from them.</param>
/// <param name="Statements">Statements read from them, whatever became of them.</param>
public sealed record KindCount(long Files, long Statements);
