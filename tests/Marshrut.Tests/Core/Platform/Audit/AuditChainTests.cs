using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Audit;

public class AuditChainTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Untouched_chains_of_both_kinds_are_sound(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await Fill(database);

        var verdict = await Verify(database);

        verdict.Sound.ShouldBeTrue();
        verdict.Rows.ShouldBe(8);
        await using var scope = database.EnterInstallation();
        (await scope.ServiceProvider.GetRequiredService<MarshrutDb>().AuditHeads.OrderBy(head => head.Chain).Select(head => head.Chain).ToListAsync(Cancel))
            .ShouldBe([AuditLog.InstallationChain, AuditLog.ChainOf(college.Id)]);
    }

    /// <summary>One column at a time: the hash covers all of them.</summary>
    [Theory, BothDatabases]
    public async Task An_altered_row_is_found_in_whichever_column(DatabaseProvider provider)
    {
        var other = "'" + new string('0', 64) + "'";
        var bytes = provider == DatabaseProvider.Sqlite ? $"x{other}" : $"decode({other}, 'hex')";
        string[] columns =
        [
            "actor = 'user:999'", "action = 'person.added'", "subject_kind = 'other'", "subject_id = 999", "person_id = 999", "details = '{}'",
            $"sealed = {bytes}", $"previous_hash = {bytes}", $"hash = {bytes}",
            provider == DatabaseProvider.Sqlite ? "at = '2026-11-22 07:00:00'" : "at = at - interval '1 day'",
        ];
        foreach (var change in columns)
        {
            await using var database = await TestDatabase.Create(provider);
            var college = await Fill(database);
            foreach (var chain in new[] { AuditLog.InstallationChain, AuditLog.ChainOf(college.Id) })
            {
                (await database.ExecuteSql($"UPDATE audit_entries SET {change} WHERE chain = '{chain}' AND sequence = 2")).ShouldBe(1);
                var verdict = await Verify(database);

                verdict.Sound.ShouldBeFalse(change);
                verdict.Problem.ShouldBe("altered");
                verdict.Sequence.ShouldBe(2);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_removed_row_is_found(DatabaseProvider provider)
    {
        foreach (var (sequence, problem) in new[] { (1, "missing"), (2, "missing"), (4, "head") })
        {
            await using var database = await TestDatabase.Create(provider);
            var college = await Fill(database);
            await database.ExecuteSql($"DELETE FROM audit_entries WHERE chain = '{AuditLog.ChainOf(college.Id)}' AND sequence = {sequence}");

            var verdict = await Verify(database);

            verdict.Problem.ShouldBe(problem);
            verdict.Chain.ShouldBe(AuditLog.ChainOf(college.Id));
        }
    }

    [Theory, BothDatabases]
    public async Task An_inserted_row_is_found_in_the_middle_and_at_the_end(DatabaseProvider provider)
    {
        const string columns = "at, actor, action, subject_kind, subject_id, person_id, details, sealed, previous_hash, hash";
        await using var database = await TestDatabase.Create(provider);
        await Fill(database);
        await database.ExecuteSql($"INSERT INTO audit_entries (chain, sequence, {columns}) SELECT chain, 5, {columns} FROM audit_entries WHERE chain = 'installation' AND sequence = 4");
        (await Verify(database)).Sound.ShouldBeFalse();

        await using var another = await TestDatabase.Create(provider);
        await Fill(another);
        await another.ExecuteSql("UPDATE audit_entries SET sequence = sequence + 10 WHERE chain = 'installation' AND sequence > 2");
        await another.ExecuteSql($"INSERT INTO audit_entries (chain, sequence, {columns}) SELECT chain, 3, {columns} FROM audit_entries WHERE chain = 'installation' AND sequence = 2");
        await another.ExecuteSql("UPDATE audit_entries SET sequence = sequence - 9 WHERE chain = 'installation' AND sequence > 10");
        await another.ExecuteSql("UPDATE audit_heads SET sequence = sequence + 1 WHERE chain = 'installation'");

        var verdict = await Verify(another);
        verdict.Problem.ShouldBe("altered");
        verdict.Sequence.ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task A_cut_tail_with_its_head_is_found_by_the_head_written_down_before_R33(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await Fill(database);
        var expected = (await Verify(database)).Head!;
        await database.ExecuteSql("DELETE FROM audit_entries WHERE chain = 'installation' AND sequence = 4");
        await database.ExecuteSql("UPDATE audit_heads SET sequence = 3, hash = (SELECT hash FROM audit_entries WHERE chain = 'installation' AND sequence = 3) WHERE chain = 'installation'");

        (await Verify(database)).Sound.ShouldBeTrue();
        (await Verify(database, expected)).Problem.ShouldBe("expected-head");
    }

    [Theory, BothDatabases]
    public async Task A_whole_chain_removed_with_its_head_is_found_by_the_head_written_down_before_R33(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await Fill(database);
        var expected = (await Verify(database)).Head!;
        await database.ExecuteSql($"DELETE FROM audit_entries WHERE chain = '{AuditLog.ChainOf(college.Id)}'");
        (await Verify(database)).Problem.ShouldBe("head");
        await database.ExecuteSql($"DELETE FROM audit_heads WHERE chain = '{AuditLog.ChainOf(college.Id)}'");

        (await Verify(database, expected)).Problem.ShouldBe("expected-head");
    }

    [Theory, BothDatabases]
    public async Task Expired_lines_leave_a_checkpoint_and_the_chain_still_verifies_R33(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await Fill(database);
        database.Clock.Advance(TimeSpan.FromDays(2 * 365));
        await Tell(database, college.Id, 5);
        (await Prune(database)).ShouldBe(0);
        database.Clock.Advance(TimeSpan.FromDays(400));

        (await Prune(database)).ShouldBe(8);
        var verdict = await Verify(database);
        verdict.Sound.ShouldBeTrue(verdict.ToString());
        verdict.Rows.ShouldBe(2 + 3, "a checkpoint and a line about it in each chain, and the young line");
        (await Prune(database)).ShouldBe(0);

        // Years later the young line and the lines about the first pruning go the same way.
        database.Clock.Advance(TimeSpan.FromDays(4 * 365));
        (await Prune(database)).ShouldBe(3);
        await Tell(database, college.Id, 6);
        verdict = await Verify(database);
        verdict.Sound.ShouldBeTrue(verdict.ToString());
        verdict.Rows.ShouldBe(2 + 2 + 1);
    }

    [Theory, BothDatabases]
    public async Task A_line_cut_off_behind_a_checkpoint_and_a_checkpoint_that_nobody_made_are_found_R33(DatabaseProvider provider)
    {
        string[] changes =
        [
            "DELETE FROM audit_entries WHERE chain = '{0}' AND sequence = 5",
            "UPDATE audit_entries SET action = 'other' WHERE chain = '{0}' AND action = 'audit.checkpoint'",
            "UPDATE audit_entries SET subject_id = NULL WHERE chain = '{0}' AND action = 'audit.pruned'",
            "UPDATE audit_entries SET sequence = 3 WHERE chain = '{0}' AND action = 'audit.checkpoint'",
        ];
        foreach (var change in changes)
        {
            await using var database = await TestDatabase.Create(provider);
            var college = await Fill(database);
            database.Clock.Advance(TimeSpan.FromDays(4 * 365));
            await Tell(database, college.Id, 5);
            (await Prune(database)).ShouldBe(8);
            await database.ExecuteSql(string.Format(System.Globalization.CultureInfo.InvariantCulture, change, AuditLog.ChainOf(college.Id)));

            (await Verify(database)).Sound.ShouldBeFalse(change);
        }
    }

    [Theory, BothDatabases]
    public async Task A_change_that_fails_leaves_no_line(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await database.AddOrganization(OrganizationKind.College, "taken");
        await using (var scope = database.EnterInstallation())
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            db.Organizations.Add(new Organization { Id = db.Ids.Take(), Code = "taken", Name = "Второй", Kind = OrganizationKind.College, RegionCode = "00", CreatedAt = database.Clock.GetUtcNow().UtcDateTime });
            db.Audit(new AuditDraft(null, AuditActions.OrganizationAdded, "organization"));
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
        }

        (await Verify(database)).Rows.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Lines_written_at_once_stand_in_one_chain(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => Tell(database, null, number), Cancel)));

        var verdict = await Verify(database);

        verdict.Sound.ShouldBeTrue();
        verdict.Rows.ShouldBe(12);
    }

    /// <summary>Four lines in the installation's chain and four in a college's.</summary>
    private static async Task<Organization> Fill(TestDatabase database)
    {
        var college = await database.AddOrganization(OrganizationKind.College);
        for (var number = 0; number < 4; number++)
        {
            await Tell(database, null, number);
            await Tell(database, college.Id, number);
        }

        return college;
    }

    private static async Task Tell(TestDatabase database, long? organization, int number)
    {
        await using var scope = database.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        db.Audit(new AuditDraft(organization, AuditActions.Exported, "export", number, Details: new { number }));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<int> Prune(TestDatabase database)
    {
        await using var scope = database.EnterInstallation();
        return await scope.ServiceProvider.GetRequiredService<PruneAudit>().Prune(Cancel);
    }

    private static async Task<AuditVerdict> Verify(TestDatabase database, string? expected = null)
    {
        await using var scope = database.EnterInstallation();
        return await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Verify(expected, Cancel);
    }
}
