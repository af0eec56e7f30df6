using System.Text.Json;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cabinet.Cvs;

/// <param name="FullName">Of the person.</param>
/// <param name="Version">0: nothing was written yet, and the content is what the register knows.</param>
public sealed record CvPaper(string FullName, CvContent Content, DateOnly? ReadyOn, int Version);

/// <summary>The CV of a person; where there is none, what the register can begin it with.</summary>
public sealed class ShowCv(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <param name="enrolmentId">A study of the person.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null: there is no such study here.</returns>
    public async Task<CvPaper?> Show(long enrolmentId, CancellationToken cancel)
    {
        var row = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on enrolment.PersonId equals person.Id
            join organization in db.Organizations on enrolment.OrganizationId equals organization.Id
            join known in db.Programmes on enrolment.ProgrammeCode equals known.Code into programmes
            from programme in programmes.DefaultIfEmpty()
            where enrolment.Id == enrolmentId
            select new { Person = person, Organization = organization.Name, Programme = (string?)programme.Name, enrolment.ProgrammeCode, enrolment.GraduationYear }).FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            return null;
        }

        var name = $"{row.Person.LastName} {row.Person.FirstName} {row.Person.MiddleName}".TrimEnd();
        if (await db.Cvs.AsNoTracking().FirstOrDefaultAsync(cv => cv.PersonId == row.Person.Id, cancel) is { } cv)
        {
            return new CvPaper(name, Open(cv), cv.ReadyOn, cv.Version);
        }

        return new CvPaper(
            name, new CvContent(null, null, row.Person.Phone, row.Person.Email, $"{row.Organization}, {row.Programme ?? row.ProgrammeCode}, {row.GraduationYear} год", null, null, null, []), null, 0);
    }

    private CvContent Open(Cv cv) => JsonSerializer.Deserialize<CvContent>(sealer.OpenNote(cv.Content, SealPurpose.Cv, cv.Id))!;
}
