using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Responses;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Tests.Core.Register.Editing;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Profiling.Campaigns;

/// <summary>A campaign from its start to the answers: who is asked, who is written to and when, what opens a questionnaire and what does not.</summary>
public class CampaignTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string[]> answers = new()
    {
        ["experience"] = ["yes"],
        ["events"] = ["yes"],
        ["cv"] = ["yes"],
        ["after"] = ["searching"],
        ["leave"] = ["no"],
        ["help"] = ["first-job"],
    };

    [Theory, BothDatabases]
    public async Task Everybody_in_the_audience_is_asked_once_and_letters_keep_the_quiet_hours(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        var campaign = await Start(bench);
        var invited = await bench.Read(db => db.Invitations.OrderBy(row => row.Id).ToListAsync(Cancel));
        invited.Count.ShouldBe(2); // 1 and 2 are the last course
        invited.Select(row => row.PersonId).Distinct().Count().ShouldBe(2);

        bench.Database.Clock.SetTo(FixedClock.Beginning.AddHours(14)); // midnight in Moscow is 21:00 here; the clock of the tests stands in UTC
        (await Write(bench)).ShouldBe(0);
        bench.Database.Clock.SetTo(FixedClock.Beginning.AddDays(1));
        (await Write(bench)).ShouldBe(1); // one of the two has an address
        (await Write(bench)).ShouldBe(0);

        bench.Database.Clock.Advance(TimeSpan.FromDays(4));
        (await Write(bench)).ShouldBe(1);
        var letters = await bench.Read(db => db.Letters.OrderBy(row => row.Id).ToListAsync(Cancel));
        letters.Select(letter => letter.LinkNumber).ShouldBe([1, 2]);
        letters[1].Subject.ShouldStartWith("Напоминаем");
        letters.ShouldAllBe(letter => letter.Text.Contains(Letter.LinkPlace) && letter.To == "elkina@stud.example" && letter.UserId == null);
        for (var more = 0; more < 5; more++)
        {
            bench.Database.Clock.Advance(TimeSpan.FromDays(4));
            await Write(bench);
        }

        // The first one and three reminders; after the last day nothing in any case.
        (await bench.Read(db => db.Letters.CountAsync(Cancel))).ShouldBe(1 + Campaign.MostReminders);
        var shown = (await bench.Use<ShowCampaign, ShownCampaign?>(show => show.Show(campaign, Cancel)))!;
        (shown.Asked, shown.Answered, shown.Mailed, shown.NoAddress, shown.AllBy).ShouldBe((2, 0, 1, 1, null));
        shown.Rates.ShouldHaveSingleItem().Group.ShouldBe("ИС-41");
        (await bench.Use<VerifyAudit, AuditVerdict>(verify => verify.Verify(null, Cancel))).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task A_letter_that_leaves_carries_a_link_that_opens_once(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        await Start(bench);
        await Write(bench);
        var links = bench.Database.Services.GetRequiredService<PersonalLinks>();
        var letter = await bench.Read(db => db.Letters.SingleAsync(Cancel));
        await bench.Use<PostLetter, bool>(async post =>
        {
            await post.Post(letter, Cancel);
            return true;
        });
        var sent = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(bench.Database.Settings.StoragePath, "mail"), "*.eml").Single(), Cancel);
        var token = links.Token(letter.LinkOf!.Value, letter.LinkNumber);
        Decoded(sent).ShouldContain($"https://site.example/q/l/{token}");
        (await bench.Read(db => db.Letters.CountAsync(row => row.Text.Contains(token), Cancel))).ShouldBe(0); // it lies nowhere

        var link = (await bench.Use<OpenInvitation, (InvitationDoor Door, int Number)?>(open => open.ByLink(token, Cancel)))!.Value;
        (await bench.Use<AnswerByLink, bool>(answer => answer.Press(link.Door.InvitationId, link.Number, Cancel))).ShouldBeTrue();
        (await bench.Use<AnswerByLink, bool>(answer => answer.Press(link.Door.InvitationId, link.Number, Cancel))).ShouldBeFalse();

        // A new one is asked for: the pressed one stays dead; three a day; the latest makes those before it dead.
        for (var time = 0; time < 5; time++)
        {
            await bench.Use<AskForLink, bool>(async ask =>
            {
                await ask.ByLink(link.Door, Cancel);
                return true;
            });
        }

        (await bench.Read(db => db.Letters.CountAsync(Cancel))).ShouldBe(1 + Invitation.MostAsked);
        (await bench.Use<AnswerByLink, bool>(answer => answer.Press(link.Door.InvitationId, link.Number, Cancel))).ShouldBeFalse();
        (await bench.Use<AnswerByLink, bool>(answer => answer.Press(link.Door.InvitationId, 2 + Invitation.MostAsked, Cancel))).ShouldBeFalse(); // never sent
        (await bench.Use<AnswerByLink, bool>(answer => answer.Press(link.Door.InvitationId, 3, Cancel))).ShouldBeTrue(); // lies in an earlier letter, not pressed
        (await bench.Use<AnswerByLink, bool>(answer => answer.Press(link.Door.InvitationId, 2, Cancel))).ShouldBeFalse();
        (await bench.Use<AnswerByLink, bool>(answer => answer.Press(link.Door.InvitationId, 1 + Invitation.MostAsked, Cancel))).ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Of_many_who_press_one_link_at_once_one_is_in(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        await Start(bench);
        await Write(bench);
        var invitation = await bench.Read(db => db.Invitations.SingleAsync(row => row.Link == 1, Cancel));
        var pressed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.Use<AnswerByLink, bool>(answer => answer.Press(invitation.Id, 1, Cancel)), Cancel)));
        pressed.Count(isIn => isIn).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_code_opens_with_the_birth_date_and_rests_after_wrong_ones(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        var campaign = await Start(bench);
        var slips = (await bench.Use<PrintCodes, (IReadOnlyList<CodeSlip> Slips, int Left)>(print => print.Print(campaign, null, Cancel))).Slips;
        slips.Count.ShouldBe(2);
        var slip = slips.Single(one => one.FullName.StartsWith("Борисов", StringComparison.Ordinal));
        (await ByCode(bench, slip.Code.ToLowerInvariant(), new DateOnly(2007, 2, 2))).ShouldNotBeNull();

        for (var wrong = 0; wrong < Invitation.MostTries; wrong++)
        {
            (await ByCode(bench, slip.Code, new DateOnly(2007, 2, 3))).ShouldBeNull();
        }

        (await ByCode(bench, slip.Code, new DateOnly(2007, 2, 2))).ShouldBeNull(); // rests, and says nothing else
        (await ByCode(bench, slips.Single(one => one != slip).Code, new DateOnly(2007, 2, 1))).ShouldNotBeNull(); // the neighbour's does not
        bench.Database.Clock.Advance(Invitation.Rest);
        (await ByCode(bench, slip.Code, new DateOnly(2007, 2, 2))).ShouldNotBeNull();
        (await ByCode(bench, "2222-2222", new DateOnly(2007, 2, 2))).ShouldBeNull();
        (await ByCode(bench, slip.Code, null)).ShouldBeNull();
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.Exported, Cancel))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task What_is_answered_is_kept_sealed_and_sent_once(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        await bench.Assess();
        var campaign = await Start(bench);
        var invitation = await bench.Read(db => db.Invitations.Where(row => row.EnrolmentId == db.Enrolments.Single(study => study.ExternalId == "2").Id).SingleAsync(Cancel));

        (await bench.Use<AnswerByLink, bool>(answer => answer.Keep(invitation.Id, answers, Cancel))).ShouldBeFalse(); // nobody agreed
        await Agree(bench, invitation.Id, null);
        (await bench.Use<AnswerByLink, bool>(answer => answer.Keep(invitation.Id, new Dictionary<string, string[]> { ["experience"] = ["yes"] }, Cancel))).ShouldBeTrue();
        (await Opened(bench, invitation.Id)).Answers.Of("experience").ShouldBe(["yes"]);

        var done = (await Send(bench, invitation))!;
        (done.Requests, done.IsDetermined).ShouldBe((1, true));
        var state = await bench.Read(db => db.Invitations.SingleAsync(row => row.Id == invitation.Id, Cancel));
        (state.State, state.ResponseId, state.Draft, state.AgreedAt).ShouldBe((InvitationState.Answered, done.Id, null, null));
        var response = await bench.Read(db => db.Responses.SingleAsync(Cancel));
        (response.Way, response.Actor, response.AgreedAt is not null).ShouldBe((ResponseWay.ByLink, $"person:{invitation.PersonId}", true));
        (await Should.ThrowAsync<RuleViolation>(() => Send(bench, invitation))).Code.ShouldBe("answered-already");
        (await bench.Read(db => db.Responses.CountAsync(Cancel))).ShouldBe(1);

        // Once more, after agreeing anew: another response; the first one stays.
        await Agree(bench, invitation.Id, null);
        await Send(bench, invitation);
        (await bench.Read(db => db.Responses.CountAsync(Cancel))).ShouldBe(2);
        (await bench.Use<ShowCampaign, ShownCampaign?>(show => show.Show(campaign, Cancel)))!.Answered.ShouldBe(1);
        (await bench.Use<ListSilent, (IReadOnlyList<SilentLine> Lines, bool HasNext)>(list => list.List(campaign, null, null, Cancel))).Lines.ShouldHaveSingleItem().LastName.ShouldBe("Ёлкина");
    }

    [Theory, BothDatabases]
    public async Task For_somebody_under_eighteen_a_representative_is_named(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        await Start(bench, RouteStage.FirstCourse, "first-course");
        var invitation = await bench.Read(db => db.Invitations.SingleAsync(Cancel)); // born in 2009
        (await Opened(bench, invitation.Id)).IsMinor.ShouldBeTrue();
        (await Should.ThrowAsync<RuleViolation>(() => Agree(bench, invitation.Id, "мама"))).Code.ShouldBe("representative-missing");
        await Agree(bench, invitation.Id, "Денисова Вера Павловна, мать");
        (await bench.Use<AnswerByLink, bool>(answer => answer.Keep(invitation.Id, new Dictionary<string, string[]> { ["work"] = ["none"] }, Cancel))).ShouldBeTrue();
        var opened = await Opened(bench, invitation.Id);
        opened.Answers.Of(Answers.RepresentativeKey).ShouldBe(["Денисова Вера Павловна, мать"]);
        var given = opened.With(new Answers(new Dictionary<string, IReadOnlyList<string>> { ["work"] = ["none"], ["choice"] = ["wanted"], ["help"] = ["nothing"] }));
        var done = await bench.Use<RecordResponse, RecordedResponse?>(record => record.Record(new ResponseInput(invitation.EnrolmentId, opened.Questionnaire, given, ResponseWay.ByLink, null, invitation.Id), Cancel));
        (await bench.Use<ShowResponse, ShownResponse?>(show => show.Show(done!.Id, invitation.EnrolmentId, Cancel)))!.Representative.ShouldBe("Денисова Вера Павловна, мать");
    }

    [Theory, BothDatabases]
    public async Task A_call_of_a_specialist_answers_the_campaign_and_newcomers_can_be_added(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        var campaign = await Start(bench);
        var study = await bench.Find("1");
        await bench.Use<RecordResponse, RecordedResponse?>(record => record.Record(
            new ResponseInput(study, ReadyQuestionnaires.Find("last-course")!, new Answers(answers.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value)), ResponseWay.ByPhone, null), Cancel));
        (await bench.Use<ShowCampaign, ShownCampaign?>(show => show.Show(campaign, Cancel)))!.Answered.ShouldBe(1);

        (await bench.Use<ChangeCampaign, IReadOnlyList<AudienceMember>?>(change => change.Newcomers(campaign, null, Cancel)))!.ShouldBeEmpty();
        (await bench.EditStudy(await bench.Find("3"), ("graduationYear", "2027"))).IsWritten.ShouldBeTrue();
        (await bench.Use<ChangeCampaign, int>(change => change.Add(campaign, null, Cancel))).ShouldBe(1);
        (await bench.Use<ChangeCampaign, int>(change => change.Add(campaign, null, Cancel))).ShouldBe(0);
        (await bench.Read(db => db.Invitations.CountAsync(Cancel))).ShouldBe(3);

        await bench.Use<ChangeCampaign, bool>(change => change.Stop(campaign, stopped: true, Cancel));
        (await Write(bench)).ShouldBe(0);
        var silent = await bench.Read(db => db.Invitations.FirstAsync(row => row.State == InvitationState.Silent, Cancel));
        (await Should.ThrowAsync<RuleViolation>(() => Agree(bench, silent.Id, null))).Code.ShouldBe("campaign-over");
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_asked_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var bench = await Bench(provider);
        var today = bench.Database.Clock.Today;
        var good = Input(RouteStage.LastCourse, "last-course", today);
        foreach (var (input, code) in new[]
        {
            (good with { Title = " " }, "title-missing"), (good with { Questionnaire = "own-1" }, "questionnaire-missing"), (good with { EndsOn = today.AddDays(-1) }, "period-wrong"),
            (good with { StartsOn = today.AddDays(-1) }, "period-wrong"), (good with { EndsOn = null }, "period-wrong"), (good with { QuietFrom = 24 }, "hours-wrong"),
            (good with { Audience = new AudienceInput(null, null, RouteStage.SchoolToNinth, "Школа") }, "nobody"),
        })
        {
            (await Should.ThrowAsync<RuleViolation>(() => bench.Use<StartCampaign, long>(start => start.Start(input, Cancel)))).Code.ShouldBe(code);
        }

        (await bench.Read(db => db.Campaigns.CountAsync(Cancel))).ShouldBe(0);
        (await bench.Read(db => db.Invitations.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory]
    [InlineData(21, 9, 22, true)]
    [InlineData(21, 9, 8, true)]
    [InlineData(21, 9, 9, false)]
    [InlineData(21, 9, 20, false)]
    [InlineData(1, 6, 3, true)]
    [InlineData(1, 6, 7, false)]
    [InlineData(0, 0, 3, false)]
    public void Quiet_hours_may_go_over_midnight(int from, int to, int hour, bool quiet) => new Campaign
    {
        Id = 1,
        OrganizationId = 1,
        Title = "",
        Questionnaire = "",
        QuestionnaireVersion = 1,
        Group = null,
        Stage = null,
        Audience = "",
        StartsOn = default,
        EndsOn = default,
        QuietFrom = from,
        QuietTo = to,
        ReminderDays = 0,
        SiteAddress = null,
        WallHash = [],
        StartedAt = default,
        Actor = "",
    }.IsQuietAt(hour).ShouldBe(quiet);

    private static async Task<CardBench> Bench(DatabaseProvider provider)
    {
        var bench = await CardBench.Create(provider);
        (await bench.Edit(await bench.Find("1"), typed: ("email", "elkina@stud.example"))).IsWritten.ShouldBeTrue();
        return bench;
    }

    private static CampaignInput Input(RouteStage stage, string questionnaire, DateOnly today) => new(
        "Осень 2026", questionnaire, new AudienceInput(null, null, stage, RouteStages.Title(stage)), null, today.AddDays(21), 21, 6, 4, "https://site.example");

    private static Task<long> Start(CardBench bench, RouteStage stage = RouteStage.LastCourse, string questionnaire = "last-course") =>
        bench.Use<StartCampaign, long>(start => start.Start(Input(stage, questionnaire, bench.Database.Clock.Today), Cancel));

    private static Task<int> Write(CardBench bench) => bench.Use<WriteInvitations, int>(write => write.Write(Cancel));

    private static Task<InvitationDoor?> ByCode(CardBench bench, string code, DateOnly? born) => bench.Use<OpenInvitation, InvitationDoor?>(open => open.ByCode(code, born, Cancel));

    private static async Task<OpenedInvitation> Opened(CardBench bench, long id) => (await bench.Use<AnswerByLink, OpenedInvitation?>(answer => answer.Show(id, Cancel)))!;

    private static Task Agree(CardBench bench, long id, string? representative) => bench.Use<AnswerByLink, bool>(async answer =>
    {
        await answer.Agree(id, representative, Cancel);
        return true;
    });

    private static async Task<RecordedResponse?> Send(CardBench bench, Invitation invitation)
    {
        var opened = await Opened(bench, invitation.Id);
        return await bench.Use<RecordResponse, RecordedResponse?>(
            record => record.Record(new ResponseInput(invitation.EnrolmentId, opened.Questionnaire, opened.With(ReadAnswers.Tidy(opened.Questionnaire, answers, opened.Directories)), ResponseWay.ByLink, null, invitation.Id), Cancel),
            $"person:{invitation.PersonId}");
    }

    private static string Decoded(string eml)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(eml));
        using var message = MimeKit.MimeMessage.Load(stream, Cancel);
        return message.TextBody!;
    }
}
