namespace Marshrut.Rules.Risk;

/// <summary>
/// One characteristic of the methodology: the constant part, the same in every version. Parameters (enabled, weight, rules) are the
/// methodology's, see <see cref="MethodologyParameters"/>.
/// </summary>
public sealed record Characteristic
{
    /// <summary>1–14 as in DOMAIN §7; added ones follow from 15. Bit <c>Number − 1</c> of every mask.</summary>
    public required int Number { get; init; }

    /// <summary>The code of DOMAIN §7, e.g. <c>field-employment-low</c>; stable in files, exports and addresses.</summary>
    public required string Code { get; init; }

    /// <summary>What is the case when it is present, e.g. «Нет резюме и занятий по поиску работы».</summary>
    public required string Title { get; init; }

    /// <summary>The tag in lists and exports, e.g. «нет резюме». Restricted ones never stand there (R15).</summary>
    public required string ShortName { get; init; }

    /// <summary>What a reader without the right sees instead of the title; equal to it for ordinary ones.</summary>
    public string NeutralTitle { get => field ?? Title; init; }

    /// <summary>The column of a register that carries it; null for the one that comes from statistics.</summary>
    public string? ImportHeader { get; init; }

    public required CharacteristicKind Kind { get; init; }

    public Sensitivity Sensitivity { get; init; }

    /// <summary>The weight in the federal version (R22).</summary>
    public required int DefaultWeight { get; init; }

    /// <summary>False for those known only «если выявлено»: 4, 13, 14 (R19). Their lack is never shown as a gap (R40).</summary>
    public bool CountsTowardsCompleteness { get; init; } = true;

    /// <summary>
    /// Whether its tag may stand in lists: ordinary ones but 13, a circumstance of the family that is shown on the card alone.
    /// </summary>
    public bool IsTagInLists => Sensitivity == Sensitivity.Ordinary && Number != (int)FactCode.RelativesInformallyEmployed;

    /// <summary>What makes it no longer count, after «Перестанет учитываться: »; null where no step of the person's does.</summary>
    public string? RemovedBy { get; init; }

    /// <summary>When it is present, in words; only for added ones: the fourteen are explained by their evidence.</summary>
    public string? Condition { get; init; }

    /// <summary>Where to ask when nothing is known; null where it is not asked.</summary>
    public string? WhomToAsk { get; init; }

    /// <summary>This characteristic alone in a mask.</summary>
    public uint Bit => 1u << (Number - 1);
}
