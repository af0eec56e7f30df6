using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <summary>The head adds a type of request to the common ones, or no longer offers it. The common ones stay: every questionnaire finds them out.</summary>
public sealed class ChangeRequestTypes(MarshrutDb db, ListRequestTypes types) : IUseCase
{
    public const int LongestTitle = 100;

    /// <exception cref="RuleViolation"><c>title-missing</c>, <c>title-long</c>, <c>type-known</c>.</exception>
    public async Task Add(string? title, CancellationToken cancel)
    {
        var words = Spaces.Collapse(title ?? "");
        if (words.Length == 0)
        {
            throw new RuleViolation("title-missing", "Напишите, с чем помочь: «Найти жильё рядом с работой».");
        }

        if (words.Length > LongestTitle)
        {
            throw new RuleViolation("title-long", $"Не длиннее {LongestTitle} знаков. Оставьте главное.");
        }

        if ((await types.List(cancel)).FirstOrDefault(type => string.Equals(type.Title, words, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            throw new RuleViolation("type-known", known.IsRetired ? $"Вид «{known.Title}» уже есть, но его не предлагают. Верните его кнопкой в списке." : $"Вид «{known.Title}» уже есть.");
        }

        var added = new OwnRequestType { Id = db.Ids.Take(), OrganizationId = db.Scope.OrganizationId, Title = words };
        db.OwnRequestTypes.Add(added);
        Tell(added, "added");
        await db.SaveChangesAsync(cancel);
    }

    /// <returns>False: there is no such type here.</returns>
    public async Task<bool> Offer(long id, bool offered, CancellationToken cancel)
    {
        if (await db.OwnRequestTypes.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } type)
        {
            return false;
        }

        if (type.IsRetired == offered)
        {
            type.IsRetired = !offered;
            Tell(type, offered ? "offered" : "retired");
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    private void Tell(OwnRequestType type, string what) =>
        db.Audit(new AuditDraft(type.OrganizationId, AuditActions.RequestTypesChanged, "request-type", type.Id, Details: new { what, title = type.Title }));
}
