using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Cases.Plans;

internal static class OpenedVisits
{
    /// <summary>The row with its words.</summary>
    public static VisitLine Told(this Visit row, Sealer sealer) =>
        new(row.Id, row.CaseId, row.CuratorId, row.On, row.From, row.Minutes, row.State, VisitWords.Open(sealer, row));
}
