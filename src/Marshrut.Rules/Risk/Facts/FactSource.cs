namespace Marshrut.Rules.Risk;

/// <summary>Where a fact came from. Numbers are stored: never renumber.</summary>
public enum FactSource : byte
{
    None = 0,

    /// <summary>Импорт: a cell of an imported register.</summary>
    Import = 1,

    /// <summary>Внесено вручную: typed by a specialist on the person card.</summary>
    Manual = 2,

    /// <summary>Анкета: an answer of the person.</summary>
    Profiling = 3,

    /// <summary>Запись в системе: attendance, placement, CV, passed training, outcome.</summary>
    SystemRecord = 4,

    /// <summary>Статистика: aggregated employment of graduates; evidence of characteristic 1 only.</summary>
    Statistics = 5,

    /// <summary>
    /// Запись центра занятости: a step of a plan that was done there. It outweighs answers as any record does, but says nothing of whether the organisation
    /// keeps such records itself (R24).
    /// </summary>
    CentreRecord = 6,
}

/// <summary>
/// The evidence order of DOMAIN §7: a record in the system outweighs an answer, an answer outweighs what was stated. Import and
/// manual entry are one rank: of these two the newer stands.
/// </summary>
public enum FactRank : byte
{
    Stated = 0,
    Profiling = 1,
    SystemRecord = 2,
}

/// <summary>The rank of each source.</summary>
public static class FactSources
{
    extension(FactSource source)
    {
        /// <summary>Rank of the source; throws <see cref="ArgumentOutOfRangeException"/> for a source that no fact has.</summary>
        public FactRank Rank => source switch
        {
            FactSource.Import or FactSource.Manual => FactRank.Stated,
            FactSource.Profiling => FactRank.Profiling,
            FactSource.SystemRecord or FactSource.CentreRecord => FactRank.SystemRecord,
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source of facts."),
        };
    }
}
