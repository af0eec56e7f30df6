using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Organizations;

public class AddOrganizationTests
{
    private static readonly NewOrganization College = new(OrganizationKind.College, "zpk", "Заречный  политехнический колледж ", "00");

    [Theory, BothDatabases]
    public async Task A_new_organisation_is_told_to_the_journal_in_the_same_save(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);

        var added = await Add(database, College);

        added.Created.ShouldBeTrue();
        added.Organization.Name.ShouldBe("Заречный политехнический колледж");
        (await Journal(database)).ShouldBe([AuditActions.OrganizationAdded]);
    }

    [Theory, BothDatabases]
    public async Task A_known_code_updates_the_name_R28(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await Add(database, College);

        var again = await Add(database, College with { Name = "Заречный колледж" });
        await Add(database, College with { Name = "Заречный колледж" });

        again.Created.ShouldBeFalse();
        again.Organization.Name.ShouldBe("Заречный колледж");
        (await Journal(database)).ShouldBe([AuditActions.OrganizationAdded, AuditActions.OrganizationChanged]);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await Add(database, College);

        (await Refusal(database, College with { Kind = OrganizationKind.School })).ShouldBe("kind-fixed");
        (await Refusal(database, College with { RegionCode = "77" })).ShouldBe("region-fixed");
        (await Refusal(database, College with { Code = "other", RegionCode = "98" })).ShouldBe("region-unknown");
        (await Refusal(database, College with { Code = "two words" })).ShouldBe("code-unusable");
        (await Refusal(database, College with { Code = "a/b" })).ShouldBe("code-unusable");
        (await Refusal(database, College with { Code = ".." })).ShouldBe("code-unusable");
        (await Refusal(database, College with { Code = "other", Name = "  " })).ShouldBe("name-unusable");
        (await Refusal(database, College with { Code = "other", Kind = OrganizationKind.School, CareerCentreName = "ЦК" })).ShouldBe("career-centre-misplaced");
        (await Journal(database)).ShouldBe([AuditActions.OrganizationAdded]);
    }

    private static async Task<AddedOrganization> Add(TestDatabase database, NewOrganization input)
    {
        await using var scope = database.EnterInstallation("system:cli");
        return await scope.ServiceProvider.GetRequiredService<AddOrganization>().Add(input, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Refusal(TestDatabase database, NewOrganization input) =>
        (await Should.ThrowAsync<RuleViolation>(() => Add(database, input))).Code;

    private static async Task<string[]> Journal(TestDatabase database)
    {
        await using var scope = database.EnterInstallation();
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().AuditEntries.OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Action).ToArrayAsync(TestContext.Current.CancellationToken);
    }
}
