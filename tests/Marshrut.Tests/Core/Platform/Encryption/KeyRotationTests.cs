using System.Globalization;
using Marshrut.Core;
using Marshrut.Core.Accounts;
using Marshrut.Core.Accounts.SecondStep;
using Marshrut.Core.Cabinet;
using Marshrut.Core.Cabinet.Cvs;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Applications;
using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.PassingOn;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Imports;
using Marshrut.Core.People;
using Marshrut.Core.People.Files;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Register.Responses;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Web.Infrastructure.DataProtection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Encryption;

public class KeyRotationTests
{
    private const string Cookie = "кто вошёл";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task After_a_change_of_keys_nothing_anywhere_is_under_the_old_one_and_everything_opens(DatabaseProvider provider)
    {
        await using var filled = await Filled.Make(provider);
        var columns = filled.Declared();
        var before = await RawBlocks.Of(filled.Database);
        before.Keys.ShouldAllBe(place => place.Key == 1);
        before.Keys.Select(place => place.Column).ShouldBe(columns, ignoreOrder: true, "every declared column has something in it, and nothing sealed stands elsewhere");
        var known = await filled.ReadAll();
        var journal = await filled.Journal();

        var done = await Rotate(filled.Database);

        done.Key.ShouldBe(2u);
        done.Remaining.ShouldBe(0);
        done.Unreadable.ShouldBe(0);
        var after = await RawBlocks.Of(filled.Database);
        after.Keys.ShouldAllBe(place => place.Key == 2);
        after.Keys.Select(place => place.Column).ShouldBe(columns, ignoreOrder: true);
        (after.Values.Sum() - 1).ShouldBe((int)done.Resealed, "the proof of the ring was written by the change itself");
        (await filled.ReadAll()).ShouldBe(known);
        (await filled.Journal()).Take(journal.Count).ShouldBe(journal, "the chain covers every byte of its lines");
        (await filled.Verify()).Sound.ShouldBeTrue();
        var told = await filled.LastLine();
        told.Chain.ShouldBe(AuditLog.InstallationChain);
        told.Action.ShouldBe(AuditActions.KeysRotated);
        told.Details.ShouldBe(FormattableString.Invariant($$"""{"resealed":{{done.Resealed}},"remaining":0,"unreadable":0}"""));
    }

    [Theory, BothDatabases]
    public async Task A_retired_key_is_gone_and_the_program_starts_and_reads_without_it(DatabaseProvider provider)
    {
        await using var filled = await Filled.Make(provider);
        var known = await filled.ReadAll();
        (await Refused(filled.Database, 1)).ShouldBe("current-key");
        (await Refused(filled.Database, 7)).ShouldBe("unknown-key");
        await Rotate(filled.Database);
        (await Refused(filled.Database, 1)).ShouldBe("key-rests");
        filled.Database.Clock.Advance(RetireKey.Rest);

        // Somebody with the old key writes one row: it must be found, and it must hold the key.
        await filled.WriteAsBefore();
        (await Refused(filled.Database, 1)).ShouldBe("key-in-use");
        (await Rotate(filled.Database, newKey: false)).Resealed.ShouldBe(1);
        await Retire(filled.Database, 1);

        (await filled.LastLine()).Action.ShouldBe(AuditActions.KeyRetired);
        var ring = await File.ReadAllTextAsync(Path.Combine(filled.Database.Settings.KeysPath, "ring.json"), Cancel);
        ring.ShouldContain("\"id\":2");
        ring.ShouldNotContain("\"id\":1");
        await using var next = filled.StartAgain();
        (await filled.ReadAll(next)).ShouldBe(known);
        (await filled.Verify()).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task A_row_changed_while_keys_change_keeps_what_was_written_and_is_sealed_anew_later(DatabaseProvider provider)
    {
        await using var filled = await Filled.Make(provider);
        var wrote = false;

        // A program that has not looked at the ring yet writes after its column was passed.
        var done = await Rotate(filled.Database, progress: async (rows, total) =>
        {
            if (rows == total && !wrote)
            {
                wrote = true;
                await filled.WriteAsBefore(workLimits: 4242);
            }
        });

        wrote.ShouldBeTrue();
        done.Remaining.ShouldBe(0);
        (await RawBlocks.Of(filled.Database)).Keys.ShouldAllBe(place => place.Key == 2);
        (await filled.WorkLimits()).ShouldBe(4242);
    }

    /// <summary>On SQLite the writer has the database to itself, and the run waits; here it passes the held row over and takes the others.</summary>
    [Fact]
    public async Task On_PostgreSQL_a_row_that_somebody_holds_is_passed_over_and_taken_when_it_is_free()
    {
        await using var filled = await Filled.Make(DatabaseProvider.Postgres);
        await using var connection = filled.Database.Services.GetRequiredService<DatabaseAccess>().Open();
        var free = false;
        var holds = await connection.BeginTransactionAsync(Cancel);
        var total = (await RawBlocks.Of(filled.Database)).Values.Sum() - 1;
        await using (var command = connection.CreateCommand())
        {
            command.Transaction = holds;
            command.CommandText = "UPDATE people SET phone = '+79990000000' WHERE id = (SELECT min(id) FROM people)";
            (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
        }

        var done = await Rotate(filled.Database, progress: async (rows, _) =>
        {
            if (rows == total - 1 && !free)
            {
                free = true;
                await holds.CommitAsync(Cancel);
            }
        });

        done.Remaining.ShouldBe(0);
        done.Resealed.ShouldBe(total);
        (await filled.Bench.Read(db => db.People.OrderBy(row => row.Id).Select(row => row.Phone).FirstAsync(Cancel))).ShouldBe("+79990000000");
    }

    [Theory, BothDatabases]
    public async Task A_row_that_does_not_open_is_told_and_left_as_it_is(DatabaseProvider provider)
    {
        await using var filled = await Filled.Make(provider);
        await filled.Database.ExecuteSql("UPDATE consents SET sealed = (SELECT e.sealed FROM evidence e ORDER BY e.id LIMIT 1) WHERE id = (SELECT min(id) FROM consents)");

        var done = await Rotate(filled.Database);

        done.Unreadable.ShouldBe(1);
        done.Remaining.ShouldBe(1);
        (await RawBlocks.Of(filled.Database)).Where(place => place.Key.Key == 1).ShouldHaveSingleItem().Key.Column.ShouldBe("consents.sealed");
        filled.Database.Clock.Advance(RetireKey.Rest);
        (await Refused(filled.Database, 1)).ShouldBe("key-in-use");
    }

    [Theory, BothDatabases]
    public async Task Two_changes_of_keys_do_not_run_at_once(DatabaseProvider provider)
    {
        await using var filled = await Filled.Make(provider);
        await using (await JobLock.TryTake(filled.Database.Services.GetRequiredService<JobDatabase>(), "keys", Cancel))
        {
            (await Should.ThrowAsync<InstallationProblem>(() => Rotate(filled.Database))).Code.ShouldBe("keys-busy");
            (await Should.ThrowAsync<InstallationProblem>(() => Retire(filled.Database, 1))).Code.ShouldBe("keys-busy");
        }

        (await RawBlocks.Of(filled.Database)).Keys.ShouldAllBe(place => place.Key == 1);
    }

    private static async Task<RotatedKeys> Rotate(TestDatabase database, bool newKey = true, Func<long, long, Task>? progress = null)
    {
        await using var scope = database.EnterInstallation("system:cli");
        return await scope.ServiceProvider.GetRequiredService<RotateKeys>()
            .Rotate(new RotateKeysInput(newKey, progress is null ? null : (rows, total) => progress(rows, total).GetAwaiter().GetResult()), Cancel);
    }

    private static async Task Retire(TestDatabase database, uint key)
    {
        await using var scope = database.EnterInstallation("system:cli");
        await scope.ServiceProvider.GetRequiredService<RetireKey>().Retire(key, Cancel);
    }

    private static async Task<string> Refused(TestDatabase database, uint key) => (await Should.ThrowAsync<RuleViolation>(() => Retire(database, key))).Code;

    /// <summary>An installation in which something stands in every sealed column.</summary>
    private sealed class Filled(CardBench bench, Sealer before, long study, long import, long user, string cookie) : IAsyncDisposable
    {
        public CardBench Bench => bench;

        public TestDatabase Database => bench.Database;

        public static async Task<Filled> Make(DatabaseProvider provider)
        {
            var bench = await CardBench.Create(provider, addServices: services => services.AddSealedDataProtection());
            var services = bench.Database.Services;
            services.GetRequiredService<RememberedRing>().Remember(services.GetRequiredService<KeyRing>());

            // A program as it was before the change: it holds a copy of the ring from then, which nobody will bring up to date.
            var copy = Directory.CreateDirectory(Path.Combine(bench.Database.Settings.StoragePath, "copy")).FullName;
            File.Copy(Path.Combine(bench.Database.Settings.KeysPath, "ring.json"), Path.Combine(copy, "ring.json"));

            await bench.Assess();
            var study = await bench.Find("1");
            (await bench.Edit(study, typed: ("phone", "+79001112233"))).IsWritten.ShouldBeTrue();
            await bench.Sign(study, ConsentPurpose.Health);
            var scan = AcceptedFile.Read("согласие.pdf", "%PDF-1.4"u8.ToArray());
            await bench.Use<SignConsent, CardAnswer?>(sign => sign.Sign(
                new SignedConsent(study, ConsentPurpose.Risk, bench.Database.Clock.Today, Representative: "Петрова Анна Сергеевна, мать", Scan: scan), Cancel));
            await HandOver(bench);
            var import = await bench.Use<StageImport, long>(async stage =>
            {
                using var file = new MemoryStream("Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска\n77;Ольхова;Вера;01.05.2007;09.02.07;2027"u8.ToArray());
                return await stage.Stage("reestr.csv", file, null, Cancel);
            });
            await bench.Use<PreviewImport, object?>(async preview => await preview.Preview(import, Cancel));
            var user = await bench.Use<MarshrutDb, long>(async db =>
            {
                var added = new Marshrut.Core.Accounts.User { Id = db.Ids.Take(), UserName = "vera", FullName = "Ольхова Вера" };
                db.Users.Add(added);
                await db.SaveChangesAsync(Cancel);
                return added.Id;
            });
            await bench.Use<BeginSecondStep, OfferedSecret>(begin => begin.Begin(user, Cancel));
            var cookie = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect(Cookie);
            return new Filled(bench, new Sealer(KeyRing.Open(copy, bench.Database.Clock)), study, import, user, cookie);
        }

        /// <summary>One is handed over and asked about, one given back with words, one still in a draft with what is asked for them.</summary>
        private static async Task HandOver(CardBench bench)
        {
            var handover = new HandoverBench(bench.Database.Services, bench.Database.Clock, bench.Organization, await bench.Database.AddOrganization(OrganizationKind.EmploymentCentre));
            await handover.Agree();
            var people = await handover.Confirmed(HandoverBench.Line(901, "Вязова"), HandoverBench.Line(902, "Грабова"), HandoverBench.Line(903, "Дубова"));
            var draft = await handover.Draft(await handover.Compose(people));
            var ready = draft.Going.Select(person => person.RowId).ToList();
            await bench.Use<SaveTransferDraft, bool>(save => save.Save(new ChosenLines(draft.Id, [ready[0], ready[1]], new Dictionary<long, string?> { [ready[2]] = "Резюме" }), Cancel));
            await bench.Use<SendTransfer, SentTransfer?>(send => send.Send(draft.Id, Cancel));
            var items = (await handover.Items()).ConvertAll(item => item.Id);
            await handover.Use<AskAboutPerson, bool>(handover.Centre, ask => ask.Ask(items[0], "Когда звонить?", Cancel));
            var question = (await handover.Handed(handover.College, items[0]))!.Questions.Single().Id;
            await handover.Use<AnswerQuestion, bool>(handover.College, answer => answer.Answer(question, "Утром", Cancel));
            await handover.Return([items[1]], note: "Номер не отвечает");
            await handover.Accept([items[0]]);
            var worked = await handover.Use<MarshrutDb, long>(handover.Centre, db => db.Cases.Select(row => row.Id).SingleAsync(Cancel));
            await handover.Use<WriteCaseNote, bool>(handover.Centre, note => note.Write(worked, "Просит перезвонить вечером", Cancel));
            await Plan(bench, handover, worked);
        }

        /// <summary>A plan that was agreed, a step that proves something, a visit, and a number that the college found out later.</summary>
        private static async Task Plan(CardBench bench, HandoverBench handover, long worked)
        {
            var curator = await handover.Use<AddUser, long>(handover.Centre, async add => (await add.Add(new NewUser("kurator", Role.EmploymentSpecialist, handover.Centre.Code, FullName: "Проверкина Мария"), Cancel)).Id);
            await handover.Use<AssignCurator, AssignedCases>(handover.Centre, assign => assign.Assign([worked], curator, Cancel));
            await handover.Use<MakePlan, bool>(handover.Centre, make => make.Make(new NewPlan(worked, ["preparation"], null, null), Cancel));
            await handover.Use<AgreePlan, bool>(handover.Centre, agree => agree.Agree(new PlanAgreement(worked, null, AgreementWay.Signed, 0), Cancel));
            var step = await handover.Use<MarshrutDb, long>(handover.Centre, db => db.PlanSteps.OrderBy(row => row.Order).Select(row => row.Id).FirstAsync(Cancel));
            await handover.Use<MarkStep, bool>(handover.Centre, mark => mark.Mark(new StepMark(worked, step, StepState.Done, null, "опубликовано", 1), Cancel));
            await handover.Use<SetVisit, bool>(handover.Centre, set => set.Set(new VisitForm(worked, null, bench.Database.Clock.Today.AddDays(1), new TimeOnly(10, 0), 30, "каб. 6", null, OnDayOff: true), Cancel));
            await handover.Use<RecordApplication, bool>(handover.Centre, record => record.Record(
                new ApplicationInput(worked, null, ServiceKind.JobSearch, bench.Database.Clock.Today, "Н-17", null, null), Cancel));
            await handover.Use<WriteNeeds, bool>(handover.Centre, write => write.Write(new NeedsInput(worked, [CaseNeed.NoHousing], "живёт у тёти"), Cancel));
            await handover.Use<StageServiceFile, long>(handover.Centre, stage => stage.Stage("СНИЛС;Резюме\n112-233-445 95;да"u8.ToArray(), Cancel));
            var handed = await handover.Use<MarshrutDb, long>(handover.Centre, db => db.Cases.Select(row => row.TransferItemId!.Value).SingleAsync(Cancel));
            await handover.Use<WriteExchangeNote, bool>(handover.College, write => write.Write(handed, "Звоните после шести", Cancel));
            await bench.Read(async db =>
            {
                (await db.People.SingleAsync(row => row.LastName == "Вязова", Cancel)).Phone = "+79000000777";
                return await db.SaveChangesAsync(Cancel);
            });
            await handover.Use<TellContacts, IReadOnlyList<long>>(handover.College, tell => tell.Tell(Cancel));
            var asked = await handover.Use<MarshrutDb, long>(handover.College, db => db.Enrolments.Where(row => db.People.Any(person => person.Id == row.PersonId && person.LastName == "Вязова")).Select(row => row.Id).SingleAsync(Cancel));
            await handover.Use<AddRequest, bool>(handover.College, add => add.Add(new NewRequest(asked, "cv", "до конца месяца", null), Cancel));
            var request = await handover.Use<MarshrutDb, long>(handover.College, db => db.ClientRequests.Select(row => row.Id).SingleAsync(Cancel));
            await handover.Use<MoveRequest, bool>(handover.College, move => move.Move(new RequestMove(request, RequestStep.Meet, 0, Result: "составили вместе"), Cancel));
            var answers = new Answers(new Dictionary<string, IReadOnlyList<string>> { ["work"] = ["none"], ["choice"] = ["wanted"], ["help"] = ["nothing"] });
            await handover.Use<RecordResponse, RecordedResponse?>(
                handover.College, record => record.Record(new ResponseInput(asked, ReadyQuestionnaires.Find("first-course")!, answers, ResponseWay.InPerson, null), Cancel));
            await Answer(handover, bench.Database.Clock.Today);
            var office = await handover.OtherOffice(bench.Database);
            var version = await handover.Use<MarshrutDb, int>(handover.Centre, db => db.Cases.Select(row => row.Version).SingleAsync(Cancel));
            await handover.Use<PassOnCase, bool>(handover.Centre, pass => pass.PassOn(new PassOnInput(worked, office.Id, "Переехала", version), Cancel));
        }

        /// <summary>Somebody is in the middle of a questionnaire.</summary>
        private static async Task Answer(HandoverBench handover, DateOnly today)
        {
            await handover.Use<StartCampaign, long>(handover.College, start => start.Start(
                new CampaignInput("Осень", "last-course", new AudienceInput(null, null, null, "все"), null, today.AddDays(7), 21, 9, 0, null), Cancel));
            var invitation = await handover.Use<MarshrutDb, long>(handover.College, db => db.Invitations.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(Cancel));
            await handover.Use<AnswerByLink, bool>(handover.College, async answer =>
            {
                await answer.Agree(invitation, "Петрова Анна Сергеевна, мать", Cancel);
                return await answer.Keep(invitation, new Dictionary<string, string[]> { ["experience"] = ["yes"] }, Cancel);
            });
            var own = (await handover.Use<OpenCabinet, CabinetOwner?>(handover.College, cabinet => cabinet.Open(invitation, Cancel)))!;
            await handover.Use<ContestFact, DateOnly>(handover.College, contest => contest.Contest(own, null, "Практика была", Cancel));
            var contested = await handover.Use<MarshrutDb, long>(handover.College, db => db.FactContests.Select(row => row.Id).SingleAsync(Cancel));
            await handover.Use<WriteCv, IReadOnlyList<string>>(
                handover.College, write => write.Write(own, new CvInput(new CvContent("Техник", null, "+79000000110", null, "Колледж", "Сборка", null, null, []), IsReady: false, Seen: 0), Cancel));
            await handover.Use<AnswerContest, bool>(handover.College, answer => answer.Answer(contested, mended: true, "Записали", Cancel));
        }

        public List<string> Declared()
        {
            using var db = UnopenedDb.Of(Database.Provider);
            return [.. SealedColumn.Of(db.Model).Select(column => $"{column.Table}.{column.Name}")];
        }

        /// <summary>The program, started anew over the same installation.</summary>
        public ServiceProvider StartAgain()
        {
            var services = new ServiceCollection().AddLogging();
            services.AddSingleton<TimeProvider>(Database.Clock);
            services.AddMarshrutCore(Database.Settings);
            services.AddSealedDataProtection();
            return services.BuildServiceProvider(validateScopes: true);
        }

        /// <summary>What people and the program read out of the sealed columns, through the same code as ever.</summary>
        public async Task<string> ReadAll(IServiceProvider? program = null)
        {
            await using var scope = (program ?? Database.Services).CreateAsyncScope();
            var organization = bench.Organization;
            scope.ServiceProvider.GetRequiredService<Marshrut.Core.Platform.Tenancy.ActingScope>().EnterOrganization(organization.Id, organization.RegionCode, mayHandleRestricted: true);
            T Get<T>()
                where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
            var (db, sealer) = (Get<MarshrutDb>(), Get<Sealer>());
            var lines = new List<string>();
            lines.AddRange((await db.People.OrderBy(row => row.Id).ToListAsync(Cancel)).Select(row => "person " + Plain(row.Facts, SealPurpose.PersonFacts, row.Id)));
            lines.AddRange((await db.Enrolments.OrderBy(row => row.Id).ToListAsync(Cancel)).Select(row => "enrolment " + Plain(row.Facts, SealPurpose.EnrolmentFacts, row.Id)));
            lines.AddRange((await db.Assessments.OrderBy(row => row.Id).ToListAsync(Cancel)).Select(row => "assessment " + Plain(row.Block, SealPurpose.Assessment, row.Id)));
            lines.AddRange((await db.Evidence.OrderBy(row => row.Id).ToListAsync(Cancel)).Select(row => "evidence " + string.Join(',', EvidencePayload.Open(sealer, row).After)));
            lines.AddRange((await db.Consents.OrderBy(row => row.Id).ToListAsync(Cancel)).Select(row => "consent " + Consent.Open(sealer, row)));
            var items = await db.TransferItems.OrderBy(row => row.Id).ToListAsync(Cancel);
            lines.AddRange(items.Where(row => row.Snapshot != null).Select(row => "handed " + Plain(row.Snapshot!, SealPurpose.TransferSnapshot, row.Id)));
            lines.AddRange(items.Where(row => row.ReturnNote != null).Select(row => "returned " + Plain(row.ReturnNote!, SealPurpose.ReturnNote, row.Id)));
            lines.AddRange((await db.TransferQuestions.ToListAsync(Cancel)).SelectMany(row =>
                new[] { "asked " + Plain(row.Question, SealPurpose.TransferQuestion, row.Id), "answered " + Plain(row.Answer!, SealPurpose.TransferAnswer, row.Id) }));
            lines.AddRange((await db.TransferDraftPeople.Where(row => row.Needs != null).ToListAsync(Cancel)).Select(row => "needs " + Plain(row.Needs!, SealPurpose.TransferNeeds, row.Id)));
            lines.AddRange((await db.PersonFiles.OrderBy(row => row.Id).ToListAsync(Cancel)).SelectMany(row => new[] { "file " + row.OpenName(sealer), "content " + Plain(row.Content, SealPurpose.FileContent, row.Id) }));
            lines.AddRange((await db.CaseEntries.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Text != null).OrderBy(row => row.Id).ToListAsync(Cancel)).Select(row => "note " + Plain(row.Text!, SealPurpose.CaseText, row.Id)));
            lines.AddRange(items.Where(row => row.Contacts != null).Select(row => "contacts " + Plain(row.Contacts!, SealPurpose.HandedContacts, row.Id)));
            lines.AddRange(items.Where(row => row.Progress != null).Select(row => "progress " + Plain(row.Progress!, SealPurpose.HandedProgress, row.Id)));
            lines.AddRange(items.Where(row => row.PassOnWords != null).Select(row => "passed " + Plain(row.PassOnWords!, SealPurpose.PassOnWords, row.Id)));
            lines.AddRange((await db.ReturnedFacts.ToListAsync(Cancel)).Select(row => "fact " + FactDone.Open(sealer, row)));
            lines.AddRange((await db.Plans.IgnoreQueryFilters([MarshrutDb.OwnFilter]).ToListAsync(Cancel)).Select(row => "goals " + string.Join(',', PlanGoals.Open(sealer, row))));
            lines.AddRange((await db.PlanSteps.IgnoreQueryFilters([MarshrutDb.OwnFilter]).OrderBy(row => row.Id).ToListAsync(Cancel)).Select(row => "step " + StepWords.Open(sealer, row)));
            lines.AddRange((await db.PlanVersions.IgnoreQueryFilters([MarshrutDb.OwnFilter]).ToListAsync(Cancel)).Select(row => "version " + string.Join(',', AgreedPlan.Open(sealer, row).Steps)));
            lines.AddRange((await db.Visits.IgnoreQueryFilters([MarshrutDb.OwnFilter]).ToListAsync(Cancel)).Select(row => "visit " + VisitWords.Open(sealer, row)));
            lines.AddRange((await db.ServiceApplications.IgnoreQueryFilters([MarshrutDb.OwnFilter]).ToListAsync(Cancel)).Select(row => "number " + row.OpenNumber(sealer)));
            lines.AddRange((await db.Cases.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.Needs != null).ToListAsync(Cancel)).Select(row => "obstacles " + WrittenNeeds.Open(sealer, row.Needs!, row.Id).Words));
            lines.AddRange((await db.ServiceFiles.IgnoreQueryFilters([MarshrutDb.OwnFilter]).ToListAsync(Cancel)).Select(row => "services " + Plain(row.Content, SealPurpose.ServiceFile, row.Id)));
            lines.AddRange((await db.ExchangeNotes.ToListAsync(Cancel)).Select(row => "exchanged " + Plain(row.Text, SealPurpose.ExchangeNote, row.Id)));
            lines.AddRange((await db.ClientRequests.ToListAsync(Cancel)).SelectMany(row => new[] { "wish " + Plain(row.Wish!, SealPurpose.RequestWish, row.Id), "met " + Plain(row.Result!, SealPurpose.RequestResult, row.Id) }));
            lines.AddRange((await db.Responses.ToListAsync(Cancel)).Select(row => "surveyed " + Plain(row.Answers, SealPurpose.ResponseAnswers, row.Id)));
            lines.Add("report " + ImportReport.Open(sealer, (await db.Imports.SingleAsync(row => row.Id == import, Cancel)).Report!, import).Created);
            lines.Add("staged " + (await Get<StagedImports>().Get(import, Cancel)).Chunks.Sum(chunk => chunk.Length));
            foreach (var entry in await db.AuditEntries.Where(row => row.Sealed != null).OrderBy(row => row.Chain).ThenBy(row => row.Sequence).ToListAsync(Cancel))
            {
                lines.Add("journal " + (await Get<AuditLog>().ReadValues(db, entry, Cancel))!.Reason);
            }

            lines.Add("second step " + (await Get<BeginSecondStep>().Begin(user, Cancel)).Words);
            lines.Add("cookie " + Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(cookie));
            string Plain(byte[] block, SealPurpose purpose, long id) => Convert.ToHexString(sealer.Open(block, purpose, id));
            lines.AddRange((await db.Cvs.ToListAsync(Cancel)).Select(row => "cv " + Plain(row.Content, SealPurpose.Cv, row.Id)));
            lines.AddRange((await db.FactContests.ToListAsync(Cancel)).SelectMany(row => new[] { "wrong " + Plain(row.Text, SealPurpose.ContestText, row.Id), "mended " + Plain(row.Answer!, SealPurpose.ContestAnswer, row.Id) }));
            lines.AddRange((await db.Invitations.Where(row => row.Draft != null).ToListAsync(Cancel)).Select(row => "answering " + Plain(row.Draft!, SealPurpose.AnswersDraft, row.Id)));
            lines.Select(line => line.Split(' ')[0]).Distinct().Count().ShouldBe(37);
            lines.ShouldContain("cookie " + Cookie);
            lines.ShouldContain("journal " + CardBench.Why);
            return string.Join('\n', lines);
        }

        /// <summary>Writes the facts of one person as a program did that knew only the first key.</summary>
        public async Task WriteAsBefore(long? workLimits = null) => await bench.Use<IServiceProvider, int>(async services =>
        {
            var db = services.GetRequiredService<MarshrutDb>();
            var person = await Person(db);
            var facts = services.GetRequiredService<Sealer>().OpenPersonFacts(person.Facts, person.Id);
            facts.WorkLimitsEvidenceId = workLimits ?? facts.WorkLimitsEvidenceId;
            person.Facts = before.Seal(facts, person.Id);
            return await db.SaveChangesAsync(Cancel);
        });

        public Task<long> WorkLimits() => bench.Use<IServiceProvider, long>(async services =>
        {
            var person = await Person(services.GetRequiredService<MarshrutDb>());
            return services.GetRequiredService<Sealer>().OpenPersonFacts(person.Facts, person.Id).WorkLimitsEvidenceId;
        });

        public Task<List<string>> Journal() => bench.Read(async db =>
            (await db.AuditEntries.AsNoTracking().ToListAsync(Cancel)).OrderBy(row => row.Chain == AuditLog.InstallationChain).ThenBy(row => row.Chain, StringComparer.Ordinal).ThenBy(row => row.Sequence)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Chain} {row.Sequence} {row.At.Ticks} {row.Details} {Convert.ToHexString(row.Sealed ?? [])} {Convert.ToHexString(row.Hash)}")).ToList());

        public Task<AuditEntry> LastLine() => bench.Read(db =>
            db.AuditEntries.AsNoTracking().Where(row => row.Chain == AuditLog.InstallationChain).OrderByDescending(row => row.Sequence).FirstAsync(Cancel));

        public async Task<AuditVerdict> Verify()
        {
            await using var scope = Database.EnterInstallation();
            return await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Verify(null, Cancel);
        }

        public ValueTask DisposeAsync() => bench.DisposeAsync();

        private Task<Person> Person(MarshrutDb db) => db.People.SingleAsync(row => db.Enrolments.Any(one => one.Id == study && one.PersonId == row.Id), Cancel);
    }
}
