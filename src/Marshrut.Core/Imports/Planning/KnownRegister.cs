using System.Globalization;
using System.Text.Json;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Planning;

/// <summary>
/// The register of the organisation in scope as it was before an import: what that import has written by now is no answer to the question whom its
/// rows are about.
/// </summary>
internal sealed class KnownRegister(MarshrutDb db, long importId)
{
    public IQueryable<Person> People => Before(db.People);

    public IQueryable<Enrolment> Enrolments => db.Enrolments.AsNoTracking().Where(enrolment => enrolment.CreatedByImportId != importId);

    /// <summary>
    /// People by normalised name and birth date together. By the name alone a batch would fetch every namesake there is, and a pair is nothing that a
    /// query over objects can ask an index for.
    /// </summary>
    public IQueryable<Person> Named(IReadOnlyCollection<(string SortName, DateOnly BirthDate)> wanted)
    {
        var organizationId = db.Scope.OrganizationId;
        if (db.Database.IsNpgsql())
        {
            var names = wanted.Select(pair => pair.SortName).ToArray();
            var days = wanted.Select(pair => pair.BirthDate).ToArray();
            return Before(db.People.FromSql(
                $"""
                SELECT p.* FROM unnest({names}, {days}) AS wanted(sort_name, birth_date)
                JOIN people p ON p.organization_id = {organizationId} AND p.sort_name = wanted.sort_name AND p.birth_date = wanted.birth_date
                """));
        }

        var pairs = JsonSerializer.Serialize(wanted.Select(pair => new[] { pair.SortName, pair.BirthDate.ToString("O", CultureInfo.InvariantCulture) }));
        return Before(db.People.FromSql(
            $"""
            SELECT p.* FROM json_each({pairs}) AS wanted
            CROSS JOIN people p ON p.organization_id = {organizationId} AND p.sort_name = wanted.value ->> 0 AND p.birth_date = wanted.value ->> 1
            """));
    }

    private IQueryable<Person> Before(IQueryable<Person> people) => people.AsNoTracking().Where(person => person.CreatedByImportId != importId);
}
