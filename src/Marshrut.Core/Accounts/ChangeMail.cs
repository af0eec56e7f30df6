using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>A user says where to send letters, and how often.</summary>
public sealed class ChangeMail(MarshrutDb db) : IUseCase
{
    /// <param name="email">As it was typed; blank: no letters can be sent.</param>
    /// <exception cref="RuleViolation"><c>email-unusable</c>.</exception>
    public async Task Change(long userId, string? email, MailWay way, CancellationToken cancel)
    {
        var typed = (email ?? "").Trim();
        var address = typed.Length == 0 ? null : EmailAddress.TryParse(typed, out var read) ? read : throw new RuleViolation("email-unusable", "Адрес почты не читается. Напишите его так: imya@example.ru.");
        if (!Enum.IsDefined(way))
        {
            throw new RuleViolation("way-missing", "Выберите, как присылать письма.");
        }

        var user = await db.Users.SingleAsync(row => row.Id == userId, cancel);
        (user.Email, user.MailWay) = (address, way);
        user.Touch();
        db.Audit(new AuditDraft(null, AuditActions.UserChanged, "user", userId, Details: new { mail = way.ToString(), hasAddress = address is not null }));
        await db.SaveChangesAsync(cancel);
    }
}
