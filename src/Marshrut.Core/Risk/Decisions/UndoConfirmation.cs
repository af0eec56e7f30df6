using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Decisions;

/// <summary>«Подтверждены 67 уровней. Отменить»: what the acting user confirmed at one moment, and nobody has touched since, is proposed again.</summary>
public sealed class UndoConfirmation(MarshrutDb db, ReopenAssessments reopen) : IUseCase
{
    /// <param name="moment"><see cref="ConfirmedAssessments.At"/>.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many became proposals.</returns>
    public async Task<int> Undo(DateTime moment, CancellationToken cancel)
    {
        var user = db.DecidingUser();
        var ids = await db.Assessments
            .Where(row => row.IsCurrent && row.Status == AssessmentStatus.Confirmed && row.DecidedBy == user && row.DecidedAt == moment)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        return await reopen.Reopen(ids, cancel);
    }
}
