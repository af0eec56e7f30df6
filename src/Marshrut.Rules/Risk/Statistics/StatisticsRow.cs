namespace Marshrut.Rules.Risk;

/// <summary>
/// One row of a region's employment statistics (DESIGN §7, R16): so many graduates of a cohort, so many of them employed after the
/// horizon. Organisations do not matter here: rows of one programme are summed (R23).
/// </summary>
/// <param name="CohortYear">Год выпуска.</param>
/// <param name="Horizon">Горизонт, лет.</param>
/// <param name="ProgrammeCode">Код направления, <c>NN.NN.NN</c>.</param>
/// <param name="Graduates">Выпускников, people.</param>
/// <param name="Employed">Трудоустроено, people.</param>
/// <param name="ImportedOn">The day the row came in, shown as the date of the evidence.</param>
public readonly record struct StatisticsRow(
    int CohortYear, int Horizon, string ProgrammeCode, long Graduates, long Employed, DateOnly? ImportedOn = null);
