using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Files;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Notifications;
using Marshrut.Core.People;
using Marshrut.Core.People.Files;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Cases;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases;

/// <summary>Needs, files and what both sides write to each other about one person.</summary>
public class CaseDetailsTests
{
    private static readonly byte[] document = "%PDF-1.4 договор"u8.ToArray();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Needs_are_kept_once_each_and_a_stale_form_is_told(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var seen = (await Card(people)).Version;

        (await Write(people, [CaseNeed.NoHousing, CaseNeed.FirstJob, CaseNeed.FirstJob], " хочет в город ", seen)).ShouldBeTrue();

        var card = await Card(people);
        card.Needs.Needs.ShouldBe([CaseNeed.FirstJob, CaseNeed.NoHousing]);
        card.Needs.Words.ShouldBe("хочет в город");
        card.Story.Count(line => line.Entry.Kind == CaseEntryKind.Needs).ShouldBe(1);
        (await Should.ThrowAsync<RuleViolation>(() => Write(people, [], null, seen))).Code.ShouldBe("case-changed");
        (await Should.ThrowAsync<RuleViolation>(() => Write(people, [(CaseNeed)99], null, card.Version))).Code.ShouldBe("need-unknown");
        (await Write(people, [], null, card.Version)).ShouldBeTrue();
        (await people.Read(db => db.Cases.AsNoTracking().SingleAsync(Cancel))).Needs.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Files_hang_on_their_case_and_are_nobody_elses(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"), Line(2, "Ольхова", phone: "+79000000111"));

        (await Attach(people, people.Cases[0])).ShouldBeTrue();

        var card = await Card(people);
        var details = await Details(people);
        details.Files.Single().Name.ShouldBe("договор.pdf");
        (await Details(people, people.Cases[1])).Files.ShouldBeEmpty();
        (await people.Use<OpenPersonFile, OpenedFile?>(open => open.Open(card.PersonId, details.Files[0].Id, Cancel)))!.Content.ShouldBe(document);
        (await people.Bench.Use<OpenPersonFile, OpenedFile?>(people.Bench.College, open => open.Open(card.PersonId, details.Files[0].Id, Cancel))).ShouldBeNull();
        (await people.Use<RemoveCaseFile, bool>(remove => remove.Remove(people.Cases[1], details.Files[0].Id, Cancel))).ShouldBeFalse("it hangs on another case");
        (await people.Bench.Use<AttachCaseFile, bool>(people.Bench.College, attach => attach.Attach(people.Cases[0], Document, Cancel))).ShouldBeFalse();
        (await people.Use<RemoveCaseFile, bool>(remove => remove.Remove(people.Cases[0], details.Files[0].Id, Cancel))).ShouldBeTrue();
        (await people.Read(db => db.PersonFiles.CountAsync(Cancel))).ShouldBe(0);
        for (var i = 0; i < AttachCaseFile.Most; i++)
        {
            await Attach(people, people.Cases[0]);
        }

        (await Should.ThrowAsync<RuleViolation>(() => Attach(people, people.Cases[0]))).Code.ShouldBe("files-many");
    }

    [Theory, BothDatabases]
    public async Task Both_sides_write_about_a_person_both_read_it_and_the_other_is_told(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var item = (await people.Bench.Items()).Single().Id;

        (await Tell(people, people.Bench.College, item, "Мама просит звонить после шести")).ShouldBeTrue();
        (await Tell(people, people.Bench.Centre, item, "Спасибо, дозвонились")).ShouldBeTrue();

        foreach (var side in new[] { people.Bench.College, people.Bench.Centre })
        {
            (await people.Bench.Use<ReadExchangeNotes, IReadOnlyList<ExchangedNote>>(side, read => read.Read(item, Cancel)))
                .Select(note => (note.ByCentre, note.Text)).ShouldBe([(true, "Спасибо, дозвонились"), (false, "Мама просит звонить после шести")]);
        }

        (await people.Read(db => db.Notices.AsNoTracking().Where(row => row.Kind == NoticeKind.NoteFromSender).ToListAsync(Cancel)))
            .ShouldAllBe(notice => notice.UserId == people.Curator && notice.SubjectId == people.Id);
        var other = await database.AddOrganization(OrganizationKind.EmploymentCentre, "other");
        (await Tell(people, other, item, "чужое")).ShouldBeFalse();
        (await people.Bench.Use<ReadExchangeNotes, IReadOnlyList<ExchangedNote>>(other, read => read.Read(item, Cancel))).ShouldBeEmpty();
        (await Should.ThrowAsync<RuleViolation>(() => Tell(people, people.Bench.Centre, item, " "))).Code.ShouldBe("text-missing");
    }

    [Theory, BothDatabases]
    public async Task Nobody_writes_about_somebody_who_waits_and_a_withdrawal_takes_everything(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        await people.Bench.Send(await people.Bench.Confirmed(Line(2, "Липова", phone: "+79000000111")));
        var items = await people.Bench.Items();
        (await Should.ThrowAsync<RuleViolation>(() => Tell(people, people.Bench.College, items[1].Id, "рано"))).Code.ShouldBe("step-not-possible");
        await Tell(people, people.Bench.College, items[0].Id, "Мама просит звонить после шести");
        await Attach(people, people.Cases[0]);
        await Write(people, [CaseNeed.FirstJob], null, null);
        var study = await people.Bench.Use<MarshrutDb, long>(people.Bench.College, db => db.Enrolments.Where(row => row.SortName.StartsWith("ОЛЬХОВА")).Select(row => row.Id).SingleAsync(Cancel));

        await people.Bench.Use<WithdrawConsent, CardAnswer?>(
            people.Bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(study, ConsentPurpose.Transfer, AcceptedPeople.Today, "заявление"), Cancel));

        (await people.Read(db => db.PersonFiles.CountAsync(Cancel))).ShouldBe(0);
        (await people.Read(db => db.ExchangeNotes.CountAsync(Cancel))).ShouldBe(0);
        (await people.Read(db => db.Cases.AsNoTracking().SingleAsync(Cancel))).Needs.ShouldBeNull();
        (await Should.ThrowAsync<RuleViolation>(() => Tell(people, people.Bench.College, items[0].Id, "поздно"))).Code.ShouldBe("step-not-possible");
    }

    private static AcceptedFile Document => AcceptedFile.Read("договор.pdf", document);

    private static async Task<CaseCard> Card(AcceptedPeople people, long? id = null) => (await people.Use<ShowCase, CaseCard?>(show => show.Show(id ?? people.Id, false, Cancel)))!;

    private static Task<bool> Write(AcceptedPeople people, CaseNeed[] needs, string? words, int? seen) =>
        people.Use<WriteNeeds, bool>(write => write.Write(new NeedsInput(people.Id, needs, words, seen), Cancel));

    private static Task<bool> Attach(AcceptedPeople people, long id) => people.Use<AttachCaseFile, bool>(attach => attach.Attach(id, Document, Cancel));

    private static Task<bool> Tell(AcceptedPeople people, Marshrut.Core.Organizations.Organization by, long item, string text) =>
        people.Bench.Use<WriteExchangeNote, bool>(by, write => write.Write(item, text, Cancel));

    private static async Task<CaseDetails> Details(AcceptedPeople people, long? id = null)
    {
        var card = await Card(people, id ?? people.Id);
        return await people.Use<ShowCaseDetails, CaseDetails>(show => show.Show(card, Cancel));
    }
}
