using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Steps;

/// <param name="SeenVersion">Of the case that was looked at.</param>
public sealed record NeedsInput(long CaseId, IReadOnlyCollection<CaseNeed> Needs, string? Words, int? SeenVersion = null);

/// <summary>Writes down what a person needs and what stands in the way: the centre's alone.</summary>
public sealed class WriteNeeds(MarshrutDb db, CaseBook book, Sealer sealer) : IUseCase
{
    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">Unknown needs, too many words, the case has ended or was changed meanwhile.</exception>
    public async Task<bool> Write(NeedsInput input, CancellationToken cancel)
    {
        if (input.Needs.Any(need => !Enum.IsDefined(need)))
        {
            throw new RuleViolation("need-unknown", "Выберите из списка. Чего в нём нет, напишите словами.");
        }

        var written = new WrittenNeeds([.. input.Needs.Distinct().Order()], WrittenText.OrNone(input.Words));
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
        {
            return false;
        }

        opened.Case.Write(written.Needs.Count == 0 && written.Words is null ? null : written.Seal(sealer, opened.Case.Id));
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Needs), entryId, AuditActions.CaseNeedsWritten, activity: false);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
