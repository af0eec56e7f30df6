using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Undoing;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Editing;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Core.Register.Editing;

public class EditingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_edit_obeys_the_rules_of_a_file_and_stands_in_history_journal_and_list(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await bench.Assess();
        var id = await bench.Find("2");
        var version = await bench.Read(db => db.Organizations.Select(row => row.RegisterVersion).SingleAsync(Cancel));

        // A Latin «o» in the surname, a phone with an eight, СНИЛС with spaces.
        var answer = await bench.Edit(id, typed: [("lastName", "Аб\u006fрин"), ("phone", "8 (900) 111-22-33"), ("snils", "112 233 445 95"), ("email", "IVAN@Example.ru")]);

        answer.LookAlikes.ShouldHaveSingleItem().Reason.ShouldBe(DuplicateReason.SameSnils);
        answer = await bench.Edit(id, typed: [("lastName", "Аб\u006fрин"), ("phone", "8 (900) 111-22-33"), ("email", "IVAN@Example.ru")]);
        answer.IsWritten.ShouldBeTrue();

        var card = await bench.Card(id);
        (card.Person.LastName, card.Person.Phone, card.Person.Email).ShouldBe(("Аборин", "+79001112233", "ivan@example.ru"));
        var told = card.History.First(one => one.Sentence.StartsWith("Изменены сведения", StringComparison.Ordinal)).Sentence;
        told.ShouldContain("Фамилия: Борисов → Аборин");
        told.ShouldContain("Телефон: +79000000002 → +79001112233");
        told.ShouldContain("Электронная почта: пусто → ivan@example.ru");
        told.ShouldContain("Причина: по заявлению студента");
        (await bench.Read(db => db.Enrolments.Where(row => row.Id == id).Select(row => row.SortName).SingleAsync(Cancel))).ShouldStartWith("АБОРИН");
        (await bench.Read(db => db.Assessments.Where(row => row.EnrolmentId == id && row.IsCurrent).Select(row => row.SortName).SingleAsync(Cancel))).ShouldStartWith("АБОРИН");
        (await bench.Read(db => db.Organizations.Select(row => row.RegisterVersion).SingleAsync(Cancel))).ShouldBeGreaterThan(version);
        (await bench.Read(db => db.Evidence.CountAsync(row => row.EnrolmentId == null && row.Source == EvidenceSource.Manual, Cancel))).ShouldBe(1);
        var line = await bench.Read(db => db.AuditEntries.SingleAsync(row => row.Action == AuditActions.PersonChanged, Cancel));
        line.Details.ShouldBe("{}", "personal values stand sealed alone");
        card.Stale.ShouldBeNull("a phone is no input of the risk");
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("2");

        var answer = await bench.Edit(id, reason: " ", typed:
            [("lastName", ""), ("firstName", "И."), ("birthDate", "01.02.2020"), ("snils", "112-233-445 96"), ("phone", "12"), ("email", "нет@")]);

        answer.Problems.Keys.ShouldBe(["lastName", "firstName", "birthDate", "snils", "phone", "email", "reason"], ignoreOrder: true);
        answer.Problems["lastName"].ShouldBe("Не заполнено. Впишите значение.");
        answer.Problems["birthDate"].ShouldContain("от 13 до 70");
        (await bench.Edit(id)).Problems[""].ShouldContain("то же, что в карточке");
        (await bench.Read(db => db.Evidence.CountAsync(row => row.Source == EvidenceSource.Manual, Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Who_writes_over_a_later_change_is_told_who_and_what_first(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("2");
        var seen = (await bench.Form(id)).Seen;
        (await bench.Edit(id, typed: [("phone", "+79005556677")])).IsWritten.ShouldBeTrue();

        var answer = await bench.Edit(id, seen, typed: [("phone", "+79008889900")]);

        answer.Conflict.ShouldNotBeNull().What.ShouldBe(["Телефон: +79000000002 → +79005556677"]);
        (await bench.Form(id)).Person.Phone.ShouldBe("+79005556677");
        (await bench.Edit(id, answer.Conflict.Now, typed: [("phone", "+79008889900")])).IsWritten.ShouldBeTrue();
        (await bench.Form(id)).Person.Phone.ShouldBe("+79008889900");
    }

    [Theory, BothDatabases]
    public async Task An_equal_snils_is_warned_of_queued_and_never_merged(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("2");

        (await bench.Edit(id, typed: [("snils", "11223344595")])).LookAlikes.Single().Name.ShouldBe("Ёлкина Анна Петровна");
        (await bench.Edit(id, knows: true, typed: [("snils", "11223344595")])).IsWritten.ShouldBeTrue();

        (await bench.Read(db => db.People.CountAsync(Cancel))).ShouldBe(6);
        (await bench.Read(db => db.DuplicateCandidates.SingleAsync(Cancel))).Reason.ShouldBe(DuplicateReason.SameSnils);
    }

    [Theory, BothDatabases]
    public async Task A_study_is_changed_a_second_one_added_and_numbers_stay_unique(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        await bench.Assess();
        var id = await bench.Find("2");

        (await bench.EditStudy(id, ("externalId", "1"))).Problems.Keys.ShouldBe(["externalId"]);
        (await bench.EditStudy(id, ("programmeCode", "9.2.7"), ("graduationYear", "20"), ("course", "9"))).Problems.Keys.ShouldContain("graduationYear");
        (await bench.EditStudy(id, ("group", "ИС-42"), ("status", "выпускник"), ("graduationYear", "2026"))).IsWritten.ShouldBeTrue();
        var added = await bench.Use<AddEnrolment, CardAnswer?>(add => add.Add(
            new NewEnrolment(id, new Dictionary<string, string?> { ["programmeCode"] = "38.02.01", ["graduationYear"] = "2029", ["status"] = "обучается", ["level"] = "" }, CardBench.Why),
            Cancel));

        var card = await bench.Card(id);
        card.Enrolments.Select(study => study.Values.ProgrammeCode).ShouldBe(["09.02.07", "38.02.01"]);
        card.Shown.Values.Status.ShouldBe(EnrolmentStatus.Graduate);
        card.History.ShouldContain(one => one.Sentence.Contains("Группа: ИС-41 → ИС-42", StringComparison.Ordinal));
        card.Stale.ShouldNotBeNull().What.ShouldBe(["Год выпуска", "Статус"], ignoreOrder: true);
        added!.EnrolmentId.ShouldBe(card.Enrolments[1].Id);
        (await bench.Card(added.EnrolmentId!.Value)).History.ShouldContain(one => one.Sentence.StartsWith("Добавлено обучение", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_person_is_added_by_hand_after_the_warning_of_a_look_alike(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var typed = new Dictionary<string, string?>
        {
            ["lastName"] = "борисов",
            ["firstName"] = "Илья",
            ["middleName"] = "Олегович",
            ["birthDate"] = "2.2.2007",
            ["programmeCode"] = "38.02.01",
            ["graduationYear"] = "2028",
            ["status"] = "",
        };

        var warned = await bench.Use<AddPerson, CardAnswer>(add => add.Add(new NewPerson(typed), Cancel));
        warned.LookAlikes.Single().Reason.ShouldBe(DuplicateReason.SameNameAndBirthDate);
        (await bench.Read(db => db.People.CountAsync(Cancel))).ShouldBe(6);
        var added = await bench.Use<AddPerson, CardAnswer>(add => add.Add(new NewPerson(typed, KnowsLookAlikes: true), Cancel));

        added.IsWritten.ShouldBeTrue();
        (await bench.Read(db => db.People.CountAsync(Cancel))).ShouldBe(7);
        (await bench.Read(db => db.DuplicateCandidates.CountAsync(Cancel))).ShouldBe(1);
        (await bench.Card(added.EnrolmentId!.Value)).History.ShouldHaveSingleItem().Sentence.ShouldBe("Добавлен вручную.");
        (await bench.Use<AddPerson, CardAnswer>(add => add.Add(new NewPerson(new Dictionary<string, string?>
        {
            ["lastName"] = "",
            ["firstName"] = "",
            ["birthDate"] = "",
            ["programmeCode"] = "",
            ["graduationYear"] = "",
        }), Cancel))).IsWritten.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_file_under_a_later_edit_cannot_be_undone_R45(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var import = await bench.Read(db => db.Imports.Select(row => row.Id).SingleAsync(Cancel));
        (await bench.Use<CheckUndo, string?>(check => check.Check(import, Cancel))).ShouldBeNull();

        await bench.Edit(await bench.Find("2"), typed: [("phone", "+79005556677")]);

        (await Should.ThrowAsync<RuleViolation>(() => bench.Use<UndoImport, UndoneImport>(undo => undo.Undo(import, Cancel)))).Code.ShouldBe("import-changed");
        (await bench.Read(db => db.Imports.Select(row => row.State).SingleAsync(Cancel))).ShouldBe(ImportState.Applied);
    }
}
