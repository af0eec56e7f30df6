using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>Copies of name, number and year that order lists follow the register at once, also for rows that a file did not name.</summary>
internal static class ListOrder
{
    public static async Task Copy(MarshrutDb db, CancellationToken cancel)
    {
        var organizationId = db.Scope.OrganizationId;
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE enrolments SET sort_name = p.sort_name FROM people p
            WHERE p.id = enrolments.person_id AND enrolments.organization_id = {organizationId} AND enrolments.sort_name <> p.sort_name
            """,
            cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE assessments SET sort_name = e.sort_name, external_id = e.external_id,
                order_year = CASE WHEN assessments.is_high THEN e.graduation_year ELSE 0 END
            FROM enrolments e
            WHERE e.id = assessments.enrolment_id AND assessments.organization_id = {organizationId} AND assessments.is_current
                AND (assessments.sort_name <> e.sort_name OR assessments.external_id <> e.external_id
                    OR assessments.order_year <> CASE WHEN assessments.is_high THEN e.graduation_year ELSE 0 END)
            """,
            cancel);
    }
}
