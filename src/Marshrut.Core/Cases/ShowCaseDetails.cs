using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <param name="Number">On ЕЦП; null: not known.</param>
public sealed record ApplicationLine(long Id, ServiceKind Kind, DateOnly FiledOn, string? Number, ServiceState State, DateOnly? StateOn, bool FromFile);

/// <param name="Size">Bytes.</param>
public sealed record CaseFileLine(long Id, string Name, int Size, DateTime AddedAt);

/// <param name="Applications">What the person has on ЕЦП, the newest first.</param>
/// <param name="Files">Documents of the case, the newest first.</param>
/// <param name="Notes">What both sides wrote to each other, the newest first.</param>
public sealed record CaseDetails(IReadOnlyList<ApplicationLine> Applications, IReadOnlyList<CaseFileLine> Files, IReadOnlyList<ExchangedNote> Notes);

/// <summary>What hangs on a case: the page of the case shows it, the curator's morning has no time for it.</summary>
public sealed class ShowCaseDetails(MarshrutDb db, Sealer sealer, ReadExchangeNotes notes) : IUseCase
{
    public async Task<CaseDetails> Show(CaseCard card, CancellationToken cancel)
    {
        var id = card.Line.Id;
        var applications = await db.ServiceApplications.AsNoTracking().Where(one => one.CaseId == id).OrderByDescending(one => one.FiledOn).ThenByDescending(one => one.Id).ToListAsync(cancel);
        return new CaseDetails(
            applications.ConvertAll(one => new ApplicationLine(one.Id, one.Kind, one.FiledOn, one.OpenNumber(sealer), one.State, one.StateOn, one.FromFile)),
            await Files(id, cancel),
            card.ItemId is { } item ? await notes.Read(item, cancel) : []);
    }

    /// <summary>Without their content, which may be large.</summary>
    private async Task<IReadOnlyList<CaseFileLine>> Files(long id, CancellationToken cancel)
    {
        var rows = await db.PersonFiles.AsNoTracking().Where(row => row.Place == PersonFilePlace.Case && row.AttachedTo == id).OrderByDescending(row => row.Id)
            .Select(row => new { row.Id, row.Name, row.Size, row.AddedAt }).ToListAsync(cancel);
        return rows.ConvertAll(row => new CaseFileLine(row.Id, PersonFile.OpenName(sealer, row.Name, row.Id), row.Size, row.AddedAt));
    }
}
