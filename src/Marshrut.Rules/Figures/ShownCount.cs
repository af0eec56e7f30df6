namespace Marshrut.Rules.Figures;

/// <summary>How a count of people may be shown to somebody who sees no people (R47).</summary>
public enum CountShown
{
    AsIs,

    /// <summary>«&lt; 5».</summary>
    Fewer,

    /// <summary>«скрыто»: a smaller one could be found from it by subtraction; every cell of a table of so few that bounds alone would tell them.</summary>
    Hidden,
}

/// <param name="Value">0 where it is not shown.</param>
public readonly record struct ShownCount(int Value, CountShown How)
{
    public bool IsShown => How == CountShown.AsIs;
}
