using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Risk;
using Marshrut.Seeding;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Imports.Applying;

public class ApplyRegisterTests
{
    private const string Header = "Идентификатор;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Телефон;Код направления;Год выпуска";

    [Theory, BothDatabases]
    public async Task A_reimport_of_the_same_file_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        string[] file = [Header, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027", ";Рябинин;Олег;Львович;02.05.2007;;;09.02.07;2027"];

        (await database.Import(college, file)).Counts().ShouldBe((2, 0, 0, 0));
        (await database.Import(college, file)).Counts().ShouldBe((0, 0, 2, 0));

        await using var scope = database.Enter(college);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        (await db.Evidence.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task The_same_rows_in_another_order_change_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        string[] rows =
        [
            ";Ольхова;Вера;;01.05.2007;112-233-445 95;;09.02.07;2027",
            ";Ольхова;Вера;;01.05.2007;;;09.02.07;2027",
            "7;Ольхова;Вера;;01.05.2007;;;09.02.07;2027",
            ";Ольхова;Вера;;01.05.2007;;;54.02.01;2027",
        ];
        (await database.Import(college, [Header, .. rows])).Counts().ShouldBe((4, 0, 0, 0));

        (await database.Import(college, [Header, .. rows.Reverse()])).Counts().ShouldBe((0, 0, 4, 0));
    }

    [Theory, BothDatabases]
    public async Task However_rows_of_one_person_contradict_each_other_the_same_file_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        string[][] files =
        [
            // One of two enrolments has a number, in the same programme and in another.
            ["343;Сосновая;Вера;;01.09.2007;112-233-445 95;;09.02.07;2027", ";Сосновая;Вера;;01.09.2007;112-233-445 95;;09.02.07;2027"],
            [";Липова;Анна;;21.05.2007;112-233-445 95;;38.02.01;2027", "242;Липова;Анна;;21.05.2007;112-233-445 95;;09.02.07;2027"],

            // One СНИЛС stands with two surnames.
            ["82;Вязова;Вера;;18.12.2007;112-233-445 95;;09.02.07;2027", ";Другова;Вера;;18.12.2007;112-233-445 95;;54.02.01;2027", ";Вязова;Вера;;18.12.2007;112-233-445 95;;54.02.01;2027"],
            [";Вязова;Анна;;06.11.2007;112-233-445 95;;38.02.01;2027", ";Другова;Анна;;06.11.2007;112-233-445 95;;38.02.01;2027", ";Вязова;Анна;;06.11.2007;112-233-445 95;;38.02.01;2027"],

            // A rejected row takes nobody's enrolment.
            [";Кедрова;Анна;;06.11.2007;112-233-445 95;;38.02.01;2027", ";Кедрова;Анна;;когда-то;112-233-445 95;;38.02.01;2027", ";Кедрова;Анна;;06.11.2007;112-233-445 95;;38.02.01;2027"],
        ];
        foreach (var rows in files)
        {
            var college = await database.AddOrganization();
            var first = await database.Import(college, [Header, .. rows]);
            first.Updated.ShouldBe(0);
            var again = await database.Import(college, [Header, .. rows]);
            again.Counts().ShouldBe((0, 0, first.Created, first.Rejected), string.Join('\n', rows));
            again.MissingFromFile.ShouldBe(0);
        }
    }

    [Theory, BothDatabases]
    public async Task Of_any_muddled_register_the_preview_tells_the_truth_and_the_same_file_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        for (var seed = 1UL; seed <= 12; seed++)
        {
            var college = await database.AddOrganization();
            string[] file = [Header, .. Muddled(new SeededRandom(seed))];

            var preview = await database.Preview(college, file);
            var first = await database.Import(college, file);
            var again = await database.Import(college, file);

            first.Counts().ShouldBe(preview.Counts(), $"seed {seed}");
            again.Counts().ShouldBe((0, 0, first.Created, first.Rejected), $"seed {seed}");
            again.MissingFromFile.ShouldBe(0, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("1;Ольхова;Вера;;когда-то;;;09.02.07;2027")]
    [InlineData(";Ольхова;Вера;;когда-то;;;09.02.07;2027")]
    [InlineData(";Ольхова;В.;;01.05.2007;;;09.02.07;2027")]
    [InlineData(";Ольхова;Вера;;01.05.2007;;;код;2027")]
    [InlineData(";Ольхова;Вера;;01.05.2007;;;09.02.07;")]
    public async Task Whoever_stands_in_a_rejected_row_is_not_missing(string rejected)
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027", "2;Ольхова;Вера;;01.05.2006;;;54.02.01;2027", "3;Липова;Анна;;01.05.2007;;;09.02.07;2027");

        var report = await database.Import(college, Header, rejected);

        report.Counts().ShouldBe((0, 0, 0, 1));
        report.MissingFromFile.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_preview_tells_what_the_import_will_do_and_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027", "2;Липова;Анна;;01.05.2007;;;09.02.07;2027");
        string[] next = [Header, "1;Ольхова;Вера;Игоревна;01.05.2007;;;09.02.07;2027", "3;Кедров;Пётр;;01.05.2007;;;09.02.07;2027"];

        var preview = await database.Preview(college, next);

        preview.Counts().ShouldBe((1, 1, 0, 0));
        preview.MissingFromFile.ShouldBe(1);
        preview.Preview.Single(row => row.Outcome == Marshrut.Core.Imports.Planning.RowOutcome.Updated).Changes.Single().ShouldBe(new("middleName", null, "Игоревна"));
        (await database.Import(college, next)).Counts().ShouldBe((1, 1, 0, 0));
    }

    [Theory, BothDatabases]
    public async Task The_identifier_survives_a_change_of_programme(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027");

        (await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;;54.02.01;2028")).Counts().ShouldBe((0, 1, 0, 0));

        var enrolment = await Single(database, college);
        enrolment.ProgrammeCode.ShouldBe("54.02.01");
        enrolment.GraduationYear.ShouldBe(2028);
    }

    [Theory, BothDatabases]
    public async Task Without_an_identifier_the_snils_and_the_programme_identify(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, ";Ольхова;Вера;;01.05.2007;112-233-445 95;;09.02.07;2027");

        // The surname changed by marriage; the birth date still agrees.
        var report = await database.Import(college, Header, ";Кленова;Вера;;01.05.2007;112 233 445 95;;09.02.07;2027");

        report.Counts().ShouldBe((0, 1, 0, 0));
        (await Single(database, college)).SortName.ShouldBe("КЛЕНОВА ВЕРА");
    }

    [Theory, BothDatabases]
    public async Task Rows_that_agree_in_snils_surname_and_birth_date_are_one_person_with_two_enrolments(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        string[] file =
        [
            Header,
            "1;Ольхова;Вера;;01.05.2007;112-233-445 95;+79000000001;09.02.07;2027",
            "2;Ольхова;Вера;;01.05.2007;112-233-445 95;+79000000002;54.02.01;2028",
        ];

        (await database.Import(college, file)).Counts().ShouldBe((2, 0, 0, 0));
        (await database.Import(college, file)).Counts().ShouldBe((0, 0, 2, 0));

        await using var scope = database.Enter(college);
        var person = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().People.SingleAsync(TestContext.Current.CancellationToken);
        person.Phone.ShouldBe("+79000000002");
    }

    [Theory, BothDatabases]
    public async Task Equal_rows_without_numbers_come_in_separately_and_wait_for_a_decision(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        string[] file = [Header, ";Ольхова;Вера;;01.05.2007;;;09.02.07;2027", ";ОЛЬХОВА;Вера;;01.05.2007;;;09.02.07;2027"];

        var report = await database.Import(college, file);

        report.Counts().ShouldBe((2, 0, 0, 0));
        report.Notices.ShouldContain(notice => notice.Code == "possible-duplicates");
        (await database.Import(college, file)).Unchanged.ShouldBe(2);
        await using var scope = database.Enter(college);
        var waiting = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().DuplicateCandidates.SingleAsync(TestContext.Current.CancellationToken);
        waiting.Reason.ShouldBe(DuplicateReason.SameNameAndBirthDate);
        waiting.Decision.ShouldBe(DuplicateDecision.Open);
    }

    [Theory, BothDatabases]
    public async Task A_file_of_several_batches_is_planned_and_written_alike_though_its_people_come_back_far_below(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, ";Рябинин;Олег;;02.05.2007;;;09.02.07;2027", "900001;Вязова;Нина;;02.05.2007;;;09.02.07;2027");
        string[] file =
        [
            Header,
            "1;Ольхова;Вера;;01.05.2007;112-233-445 95;;09.02.07;2027", // comes back with a second programme and a phone
            ";Липова;Анна;;01.05.2007;;;09.02.07;2027", // comes back as an equal row without a number
            "2;Кедров;Пётр;;01.05.2007;;;09.02.07;2027", // comes back under the same number
            .. Enumerable.Range(1000, 4500).Select(number => $"{number};Соснова{ImportBench.Letters(number)};Вера;;01.05.2007;;;09.02.07;2027"),
            "3;Ольхова;Вера;Игоревна;01.05.2007;11223344595;89001234567;54.02.01;2027",
            ";Липова;Анна;;01.05.2007;;;09.02.07;2027",
            "2;Кедров;Пётр;;01.05.2007;;;54.02.01;2027",
            ";Рябинин;Олег;;02.05.2007;;;09.02.07;2027",
        ];

        var preview = await database.Preview(college, file);
        var report = await database.Import(college, file);

        report.Counts().ShouldBe((4505, 0, 1, 1));
        report.MissingFromFile.ShouldBe(1);
        report.PossibleDuplicates.ShouldBe(1);
        preview.Counts().ShouldBe(report.Counts());
        preview.MissingFromFile.ShouldBe(report.MissingFromFile);
        preview.PossibleDuplicates.ShouldBe(report.PossibleDuplicates);
        preview.Preview.Count(row => row.Outcome == Marshrut.Core.Imports.Planning.RowOutcome.Created).ShouldBe(ImportReport.PreviewRows);
        report.Preview.Count(row => row.Outcome == Marshrut.Core.Imports.Planning.RowOutcome.Created).ShouldBe(ImportReport.PreviewRows);
        await using (var scope = database.Enter(college))
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            var twice = await db.People.SingleAsync(person => person.Snils == "11223344595", TestContext.Current.CancellationToken);
            (twice.MiddleName, twice.Phone).ShouldBe(("Игоревна", "+79001234567"));
            (await db.Enrolments.Where(row => row.PersonId == twice.Id).Select(row => row.SortName).ToListAsync(TestContext.Current.CancellationToken))
                .ShouldBe(["ОЛЬХОВА ВЕРА ИГОРЕВНА", "ОЛЬХОВА ВЕРА ИГОРЕВНА"]);
            (await db.Evidence.CountAsync(row => row.PersonId == twice.Id, TestContext.Current.CancellationToken)).ShouldBe(2);
        }

        (await database.Import(college, file)).Counts().ShouldBe((0, 0, 4506, 1));
    }

    [Theory, BothDatabases]
    public async Task A_blank_cell_never_erases_and_the_word_unknown_does(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;Игоревна;01.05.2007;;89000000001;09.02.07;2027");

        (await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027")).Unchanged.ShouldBe(1);
        (await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;н/д;09.02.07;2027")).Updated.ShouldBe(1);

        await using var scope = database.Enter(college);
        var person = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().People.SingleAsync(TestContext.Current.CancellationToken);
        person.MiddleName.ShouldBe("Игоревна");
        person.Phone.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_person_of_a_rejected_row_is_not_missing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027", "2;Липова;Анна;;01.05.2007;;;09.02.07;2027");

        var report = await database.Import(college, Header, "1;Ольхова;Вера;;31.02.2007;;;09.02.07;2027");

        report.Rejected.ShouldBe(1);
        report.MissingFromFile.ShouldBe(1);
        report.Errors.Single().Code.ShouldBe(ImportErrorCodes.BadDate);
    }

    [Theory, BothDatabases]
    public async Task All_or_nothing_writes_nothing_when_a_row_is_rejected(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using (var scope = database.Enter(college))
        {
            var intake = scope.ServiceProvider.GetRequiredService<RegisterIntake>();
            var options = await intake.Options(TestContext.Current.CancellationToken);
            using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Header + "\n1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027\n2;Липова;А.;;01.05.2007;;;09.02.07;2027"));
            var register = intake.Stage(file, options, TestContext.Current.CancellationToken);
            await scope.ServiceProvider.GetRequiredService<ApplyRegister>()
                .Apply(new ApplyRegisterInput("a.csv", register, options, AllOrNothing: true), TestContext.Current.CancellationToken);
        }

        await using var after = database.Enter(college);
        (await after.ServiceProvider.GetRequiredService<MarshrutDb>().People.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Another_organisation_sees_nothing_of_the_register(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var first = await database.AddOrganization();
        var second = await database.AddOrganization();
        string[] file = [Header, "1;Ольхова;Вера;;01.05.2007;112-233-445 95;;09.02.07;2027"];
        await database.Import(first, file);

        var report = await database.Import(second, file);

        report.Counts().ShouldBe((1, 0, 0, 0));
        report.PossibleDuplicates.ShouldBe(0);
        await using var scope = database.Enter(second);
        (await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Enrolments.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Health_is_kept_only_with_its_consent_and_goes_with_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        const string HealthHeader = Header + ";Инвалидность или ОВЗ;Согласие на данные о здоровье;Рекомендации по условиям труда";
        await database.Import(college, HealthHeader, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027;да;01.09.2026;лёгкий труд");

        (await Facts(database, college)).Get(FactCode.Disability, FactRank.Stated).Value.ShouldBe(FactValue.Yes);

        await database.Import(college, HealthHeader, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027;;неизвестно;");

        var facts = await Facts(database, college);
        facts.Get(FactCode.Disability, FactRank.Stated).IsEmpty.ShouldBeTrue();
        facts.HealthConsentOn.Day.ShouldBeNull();
        facts.WorkLimitsEvidenceId.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_college_does_not_keep_offences_and_an_employment_centre_does(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        var centre = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        string[] file = [Header + ";Ранее совершал правонарушения", "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027;да"];

        var report = await database.Import(college, file);
        await database.Import(centre, file);

        report.Notices.ShouldContain(notice => notice.Code == ImportNoticeCodes.RestrictedColumns);
        (await Facts(database, college)).Get(FactCode.PriorOffence, FactRank.Stated).IsEmpty.ShouldBeTrue();
        (await Facts(database, centre)).Get(FactCode.PriorOffence, FactRank.Stated).Value.ShouldBe(FactValue.Yes);
    }

    [Theory, BothDatabases]
    public async Task Offences_come_in_only_with_somebody_who_holds_the_permission(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var centre = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        string[] file = [Header + ";Ранее совершал правонарушения", "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027;да"];

        await using (var scope = database.Enter(centre))
        {
            var report = await RegisterFileOf.Apply(scope.ServiceProvider, file);
            report.Created.ShouldBe(1);
            report.Notices.Single(notice => notice.Code == ImportNoticeCodes.RestrictedColumns).Message.ShouldContain("сотрудник, которому они разрешены");
        }

        (await Facts(database, centre)).Get(FactCode.PriorOffence, FactRank.Stated).IsEmpty.ShouldBeTrue();
        (await database.Import(centre, file)).Updated.ShouldBe(1);
        (await Facts(database, centre)).Get(FactCode.PriorOffence, FactRank.Stated).Value.ShouldBe(FactValue.Yes);
    }

    [Theory, BothDatabases]
    public async Task The_ledger_says_what_a_row_changed_and_nothing_of_it_lies_open(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;;09.02.07;2027");
        await database.Import(college, Header, "1;Ольхова;Вера;;01.05.2007;;89000000001;09.02.07;2027");

        await using var scope = database.Enter(college);
        var sealer = scope.ServiceProvider.GetRequiredService<Sealer>();
        var rows = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Evidence.OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        var change = EvidencePayload.Open(sealer, rows[^1]);

        change.After.Single().ShouldBe(new KeyValuePair<string, string?>("phone", "+79000000001"));
        change.Before.ShouldNotBeNull()["phone"].ShouldBeNull();
        System.Text.Encoding.UTF8.GetString(rows[^1].Sealed).ShouldNotContain("79000000001");
    }

    private static async Task<Enrolment> Single(TestDatabase database, Marshrut.Core.Organizations.Organization organization)
    {
        await using var scope = database.Enter(organization);
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Enrolments.SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<PersonFacts> Facts(TestDatabase database, Marshrut.Core.Organizations.Organization organization)
    {
        await using var scope = database.Enter(organization);
        var person = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().People.SingleAsync(TestContext.Current.CancellationToken);
        return scope.ServiceProvider.GetRequiredService<Sealer>().OpenPersonFacts(person.Facts, person.Id);
    }

    /// <summary>Sixty rows about eight people, whom they name in every way that R7 knows, and some that are rejected.</summary>
    private static IEnumerable<string> Muddled(SeededRandom random)
    {
        var snils = Enumerable.Range(0, 8).Select(person => (112_233_440 + person).ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Select(nine => nine + Snils.Checksum(nine).ToString("D2", System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        string[] programmes = ["09.02.07", "54.02.01", "38.02.01"];
        for (var number = 1; number <= 60; number++)
        {
            var person = random.Below(8);
            var surname = random.Below(12) == 0 ? "Другова" : "Ольхова" + ImportBench.Letters(person / 2);
            var born = random.Below(15) == 0 ? "когда-то" : $"0{1 + (person % 3)}.05.2007";
            yield return string.Join(
                ';',
                random.Below(2) == 0 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
                surname,
                "Вера",
                random.Below(3) == 0 ? "Игоревна" : "",
                born,
                random.Below(4) == 0 ? "" : snils[person],
                random.Below(2) == 0 ? $"8900123450{person}" : "",
                programmes[random.Below(3)],
                "2027");
        }
    }
}
