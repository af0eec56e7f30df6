using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Marking;

/// <param name="Value"><see cref="FactValue.Unknown"/> takes back what was stated.</param>
/// <param name="On">The day of the event or the document: the fact is counted from it on; null: from today.</param>
/// <param name="Document">The document behind it, in words: a list of signatures, an order.</param>
public sealed record MarkInput(FactCode? Fact, FactValue? Value, DateOnly? On, string? Document, string? Reason, IReadOnlyCollection<long> EnrolmentIds);

/// <param name="Marked">Whose fact is another now.</param>
/// <param name="Same">Of whom this was stated already.</param>
/// <param name="Passed">Ids that are nobody's in the register in scope.</param>
/// <param name="IsDetermined">Their levels were determined anew: a school has none.</param>
public sealed record MarkedPeople(int Marked, int Same, int Passed, bool IsDetermined);

/// <summary>
/// One fact for many at once: who was at the fair, who has a CV. Each gets an entry by hand, a line of the ledger and of the journal, as
/// <see cref="EnterFact"/> gives one; their levels are determined anew. Only facts that a list may tell of: health and offences stay with the card.
/// </summary>
public sealed class MarkPeople(MarshrutDb db, Sealer sealer, CardBook book, AssessOrganization assess, TimeProvider clock) : IUseCase
{
    public static IReadOnlyList<FactChoice> Choices { get; } = [.. FactChoices.All.Where(choice => choice.Sensitivity == Sensitivity.Ordinary)];

    /// <exception cref="RuleViolation">What is missing: <c>nobody-chosen</c>, <c>fact-missing</c>, <c>value-missing</c>, <c>on-unusable</c>, <c>document-long</c>, <c>no-reason</c>.</exception>
    public async Task<MarkedPeople> Mark(MarkInput input, CancellationToken cancel)
    {
        var (code, entry, reason) = Read(input);
        var ids = input.EnrolmentIds.Distinct().Order().ToList();
        var evidenceIds = new IdRange(db.Ids.Reserve(ids.Count), ids.Count);
        var (marked, same, found) = (new HashSet<long>(), 0, 0);
        await using (var transaction = await book.Begin(cancel))
        {
            var now = clock.UtcNow();
            foreach (var some in await Cards(ids, cancel))
            {
                found++;
                var before = StatedFact.Get(some, code, sealer);
                if (before == entry)
                {
                    same++;
                    continue;
                }

                StatedFact.Put(some, code, entry, sealer);
                book.Touch(some, code.IsOfPerson, !code.IsOfPerson);
                book.Tell(
                    new CardAct(
                        AuditActions.FactEntered, some.Person.Id, code.IsOfPerson ? null : some.Study.Id, [StatedFact.Change(code, before, entry)], reason,
                        input.Document?.Trim() is { Length: > 0 } named ? named : null),
                    evidenceIds.Take(),
                    now);
                marked.UnionWith(code.IsOfPerson ? some.Studies.Select(study => study.Id) : [some.Study.Id]);
            }

            await book.Save(cancel);
            await transaction.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
        var isDetermined = marked.Count > 0 && await db.AssessmentRuns.AnyAsync(cancel);
        if (isDetermined)
        {
            await assess.Assess(new AssessOrganizationInput(clock.Today(), FinalYearOnly: false, Only: marked), cancel);
        }

        return new MarkedPeople(found - same, same, ids.Count - found, isDetermined);
    }

    private (FactCode Code, FactEntry Entry, string Reason) Read(MarkInput input)
    {
        if (input.EnrolmentIds.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в списке.");
        }

        if (input.Fact is not { } code || Choices.All(choice => choice.Fact != code))
        {
            throw new RuleViolation("fact-missing", "Выберите, что отмечаете.");
        }

        if (input.Value is not { } value || !code.Allows(value))
        {
            throw new RuleViolation("value-missing", "Выберите значение.");
        }

        if (input.On is { } on && (on > clock.Today() || on < CompactDate.Earliest))
        {
            throw new RuleViolation("on-unusable", "Дата ещё не наступила или слишком давняя. Укажите день мероприятия или документа.");
        }

        if (input.Document?.Trim().Length > EnterFact.LongestDocument)
        {
            throw new RuleViolation("document-long", $"Название документа длиннее {EnterFact.LongestDocument} знаков. Оставьте вид, номер и дату.");
        }

        return (code, value == FactValue.Unknown ? default : FactEntry.ByHand(value, clock.Today(), input.On), Reason.Given(input.Reason));
    }

    /// <summary>A person with two marked studies comes once for each; the rows are the same objects.</summary>
    private async Task<List<OpenedCard>> Cards(List<long> ids, CancellationToken cancel)
    {
        var studies = await db.Enrolments.Where(row => db.Enrolments.Any(marked => ids.Contains(marked.Id) && marked.PersonId == row.PersonId)).OrderBy(row => row.Id).ToListAsync(cancel);
        var peopleIds = studies.Select(row => row.PersonId).Distinct().ToList();
        var people = await db.People.Where(row => peopleIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var assessments = (await db.Assessments.Where(row => row.IsCurrent && peopleIds.Contains(row.PersonId)).ToListAsync(cancel)).ToLookup(row => row.PersonId);
        var ofPerson = studies.ToLookup(row => row.PersonId);
        return [.. studies.Where(row => ids.Contains(row.Id)).Select(row => new OpenedCard(people[row.PersonId], row, [.. ofPerson[row.PersonId]], [.. assessments[row.PersonId]]))];
    }
}
