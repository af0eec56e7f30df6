using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Accounts;

/// <summary>Changes how a user is named. The name is personal: the journal tells that it changed, not what it was.</summary>
public sealed class ChangeUser(MarshrutDb db) : IUseCase
{
    public const int NameLength = 150;

    /// <exception cref="RuleViolation"><c>user-unknown</c>, <c>name-unusable</c>.</exception>
    public async Task Change(long userId, string fullName, CancellationToken cancel)
    {
        var user = await KnownUser.Find(db, userId, cancel);
        if (Spaces.Collapse(fullName) is not { Length: > 0 and <= NameLength } name)
        {
            throw new RuleViolation("name-unusable", $"Напишите фамилию, имя и отчество, не длиннее {NameLength} знаков.");
        }

        if (user.FullName == name)
        {
            return;
        }

        user.FullName = name;
        user.Touch();
        db.Audit(new AuditDraft(null, AuditActions.UserChanged, "user", userId, Details: new { fields = new[] { "fullName" } }));
        await db.SaveChangesAsync(cancel);
    }
}
