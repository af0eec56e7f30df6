using Marshrut.Core.Accounts;
using Marshrut.Core.Accounts.Journal;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Cards;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Journal;

/// <summary>Lines of the journal of the organisation in scope as its head reads them: three commands more than the lines cost.</summary>
public sealed class ReadJournalLines(MarshrutDb db, AuditLog journal, NameActors actors) : IUseCase
{
    internal async Task<IReadOnlyList<RegisterJournalRow>> Read(IReadOnlyList<AuditEntry> lines, CancellationToken cancel)
    {
        var names = await actors.Name(lines.Select(line => line.Actor), cancel);
        var values = await journal.ReadValues(db, lines, cancel);
        var ids = lines.Select(line => line.PersonId).OfType<long>().Distinct().ToList();
        var people = await (
            from person in db.People
            where ids.Contains(person.Id)
            select new
            {
                person.Id,
                person.LastName,
                person.FirstName,
                EnrolmentId = db.Enrolments.Where(row => row.PersonId == person.Id).Max(row => (long?)row.Id),
            }).ToDictionaryAsync(row => row.Id, cancel);
        return [.. lines.Select(Row)];

        RegisterJournalRow Row(AuditEntry line)
        {
            var about = line.PersonId is { } id ? people.GetValueOrDefault(id) : null;
            return new RegisterJournalRow(
                line.Sequence,
                line.At,
                names[line.Actor],
                JournalWords.Of(line.Action, line.Details, null),
                values.TryGetValue(line.Sequence, out var told) ? HistoryWords.Told(told) : "",
                about?.EnrolmentId,
                about is null ? null : $"{about.LastName} {about.FirstName}");
        }
    }
}
