using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Journal;

/// <param name="Name">Surname and name.</param>
public sealed record JournalPerson(long PersonId, string Name);

/// <summary>Whose lines the link of a card asks for.</summary>
public sealed class FindJournalPerson(MarshrutDb db) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public Task<JournalPerson?> Find(long enrolmentId, CancellationToken cancel) => db.People
        .Where(person => db.Enrolments.Any(study => study.Id == enrolmentId && study.PersonId == person.Id))
        .Select(person => new JournalPerson(person.Id, person.LastName + " " + person.FirstName))
        .FirstOrDefaultAsync(cancel);
}
