using System.Text;
using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Core.Risk;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Register;

/// <summary>Registers of a few people, put in by the real importer and assessed by the real methodology.</summary>
internal static class SmallRegister
{
    private const string Header =
        "Идентификатор;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Телефон;Код направления;Группа;Курс;Год выпуска;Статус;Согласие на передачу в ЦЗН;"
        + "Согласие на данные о здоровье;Инвалидность или ОВЗ;Сирота или без попечения родителей;Резюме или занятия по поиску работы;Ранее совершал правонарушения";

    /// <summary>Six people: two high, of whom one by health alone; a graduate; one without anything known.</summary>
    public static readonly string[] Six =
    [
        "1;Ёлкина;Анна;Петровна;01.02.2007;112-233-445 95;+7 900 000-00-01;09.02.07;ИС-41;4;2027;обучается;01.11.2026;;;да;да;",
        "2;Борисов;Илья;Олегович;02.02.2007;;+7 900 000-00-02;09.02.07;ИС-41;4;2027;обучается;;;;нет;нет;",
        "3;Викторова;Яна;Игоревна;03.02.2008;;;38.02.01;ЭБ-31;3;2028;обучается;01.11.2026;01.11.2026;да;нет;да;",
        "4;Борисова;Алла;Юрьевна;04.02.2008;;;38.02.01;ЭБ-31;3;2028;обучается;;;;нет;да;да",
        "5;Громов;Юрий;Ильич;05.02.2004;;;38.02.01;ЭБ-31;;2025;выпускник;;;;нет;да;",
        "6;Денисов;Олег;Львович;06.02.2009;;;38.02.01;ЭБ-11;1;2030;обучается;;;;;;",
    ];

    public static async Task Load(IServiceProvider scope, params IEnumerable<string> rows)
    {
        var intake = scope.GetRequiredService<RegisterIntake>();
        var options = await intake.Options(CancellationToken.None);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows])));
        var register = intake.Stage(file, options, CancellationToken.None);
        var report = await scope.GetRequiredService<ApplyRegister>().Apply(new ApplyRegisterInput("register.csv", register, options), CancellationToken.None);
        report.Created.ShouldBe(rows.Count(), string.Join("; ", report.Errors.Select(error => error.Message)));
    }

    public static async Task Assess(IServiceProvider scope)
    {
        var clock = scope.GetRequiredService<TimeProvider>();
        await scope.GetRequiredService<MethodologyInForce>().SeedFederal(clock, CancellationToken.None);
        await scope.GetRequiredService<AssessOrganization>().Assess(new AssessOrganizationInput(clock.Today(), FinalYearOnly: false), CancellationToken.None);
    }

    /// <summary>Rows of that many people with names in the order of their numbers.</summary>
    public static IEnumerable<string> Many(int count) => Enumerable.Range(0, count)
        .Select(number => $"{number};Номеров{Letters(number)};Иван;Иванович;01.02.2007;;;09.02.07;ИС-41;4;2027;обучается;;;;{(number % 3 == 0 ? "да" : "нет")};{(number % 2 == 0 ? "да" : "нет")};");

    private static string Letters(int number) => $"{(char)('а' + (number / 20))}{(char)('а' + (number % 20))}";
}
