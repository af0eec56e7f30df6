using Marshrut.Core.Agreements;
using Marshrut.Core.Organizations;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Agreements;

/// <summary>Agreements for tests; the present day is 23 November 2026.</summary>
internal static class MadeAgreement
{
    public static AgreementTerms Terms(string number = "12/2026", string from = "2026-09-01", string? to = "2027-08-31", string signed = "2026-08-25", int days = 5) => new(
        number,
        Day(signed),
        Day(from),
        to is null ? null : Day(to),
        days,
        new ResponsiblePerson("Зуев Андрей Николаевич", "руководитель центра карьеры", "+7 900 000-01-10", "ck@college.example"),
        new ResponsiblePerson("Седова Ирина Павловна", null, null, null));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "O");

    public static Agreement Between(Organization college, Organization centre, long id, AgreementTerms? terms = null) =>
        Agreement.Conclude(id, PartyOf(college), PartyOf(centre), terms ?? Terms(), []);

    public static Party PartyOf(Organization organization) => new(organization.Id, organization.Kind, organization.RegionCode);

    /// <summary>Entered by the first organisation through the use case.</summary>
    public static async Task<long> Add(TestDatabase database, Organization by, Organization other, AgreementTerms? terms = null)
    {
        await using var scope = database.Enter(by);
        return await scope.ServiceProvider.GetRequiredService<AddAgreement>().Add(new NewAgreement(other.Code, terms ?? Terms()), CancellationToken.None);
    }
}
