using System.Collections.Immutable;

namespace Marshrut.Rules.Risk;

/// <summary>
/// The fourteen characteristics of DOMAIN §7, in its order. The whole table is approved in <c>docs/risk-methodology.approved.md</c>.
/// </summary>
public static class Characteristics
{
    /// <summary>How many the deck names; an organisation's supplement adds from number 15 (R43).</summary>
    public const int FederalCount = 14;

    /// <summary>How many fit a mask and an <see cref="AssessmentBlock"/>: the fourteen and eighteen added ones.</summary>
    public const int Capacity = 32;

    /// <summary>What everybody without the permission sees of a restricted characteristic (DOMAIN §3).</summary>
    public const string OtherCircumstances = "Иные обстоятельства";

    /// <summary>Bits of the added ones in every mask.</summary>
    public const uint AddedMask = ~0u << FederalCount;

    public static ImmutableArray<Characteristic> Federal { get; } =
    [
        new()
        {
            Number = 1,
            Code = "field-employment-low",
            Title = "Низкая занятость выпускников по направлению",
            ShortName = "низкая занятость",
            Kind = CharacteristicKind.Statistics,
            DefaultWeight = 2,
            WhomToAsk = "у методиста региона: нужна статистика трудоустройства выпускников",
        },
        new()
        {
            Number = 2,
            Code = "disability",
            Title = "Инвалидность или ОВЗ",
            NeutralTitle = "Сведения о здоровье",
            ShortName = "инвалидность или ОВЗ",
            ImportHeader = "Инвалидность или ОВЗ",
            Kind = CharacteristicKind.Status,
            Sensitivity = Sensitivity.Special,
            DefaultWeight = 3,
            WhomToAsk = "у студента, если он подпишет согласие на данные о здоровье",
        },
        new()
        {
            Number = 3,
            Code = "orphan",
            Title = "Сирота или без попечения родителей",
            ShortName = "сирота",
            ImportHeader = "Сирота или без попечения родителей",
            Kind = CharacteristicKind.Status,
            DefaultWeight = 3,
            WhomToAsk = "в учебной части: отметка есть в личном деле",
        },
        new()
        {
            Number = 4,
            Code = "orphan-informal-or-offence",
            Title = "Сирота с риском неформальной занятости или правонарушениями",
            NeutralTitle = OtherCircumstances,
            ShortName = "сирота, иные обстоятельства",
            ImportHeader = "Сирота с риском неформальной занятости",
            Kind = CharacteristicKind.Status,
            Sensitivity = Sensitivity.Restricted,
            DefaultWeight = 1,
            CountsTowardsCompleteness = false,
        },
        new()
        {
            Number = 5,
            Code = "conscription",
            Title = "Служба по призыву: призван, завершает или завершил",
            ShortName = "призыв",
            ImportHeader = "Призван, завершает или завершил службу по призыву",
            Kind = CharacteristicKind.Status,
            DefaultWeight = 2,
            WhomToAsk = "у студента или в военно-учётном столе",
        },
        new()
        {
            Number = 6,
            Code = "mobilised-or-contract",
            Title = "Мобилизация, контракт, доброволец: завершает или завершил",
            ShortName = "военная служба",
            ImportHeader = "Мобилизация, контракт, доброволец (завершает или завершил)",
            Kind = CharacteristicKind.Status,
            DefaultWeight = 3,
            WhomToAsk = "у студента или в военно-учётном столе",
        },
        new()
        {
            Number = 7,
            Code = "parental-leave",
            Title = "Отпуск по уходу за ребёнком после обучения",
            ShortName = "отпуск по уходу",
            ImportHeader = "Отпуск по уходу за ребёнком после обучения",
            Kind = CharacteristicKind.Status,
            DefaultWeight = 2,
            WhomToAsk = "у студента",
        },
        new()
        {
            Number = 8,
            Code = "no-field-experience",
            Title = "Нет опыта, практики или стажировки по специальности",
            ShortName = "нет опыта",
            ImportHeader = "Опыт, практика или стажировка по специальности",
            Kind = CharacteristicKind.Activity,
            DefaultWeight = 2,
            RemovedBy = "договор практики или стажировки по специальности или запись об опыте работы",
            WhomToAsk = "у руководителя практики",
        },
        new()
        {
            Number = 9,
            Code = "no-employer-contact",
            Title = "Нет встреч с работодателями",
            ShortName = "нет встреч с работодателями",
            ImportHeader = "Участие в ярмарках, днях карьеры, профтурах",
            Kind = CharacteristicKind.Activity,
            DefaultWeight = 1,
            RemovedBy = "участие в ярмарке, дне карьеры или профтуре",
            WhomToAsk = "в центре карьеры: у него списки участников мероприятий",
        },
        new()
        {
            Number = 10,
            Code = "no-job-search-preparation",
            Title = "Нет резюме и занятий по поиску работы",
            ShortName = "нет резюме",
            ImportHeader = "Резюме или занятия по поиску работы",
            Kind = CharacteristicKind.Activity,
            DefaultWeight = 1,
            RemovedBy = "готовое резюме или одно пройденное занятие",
            WhomToAsk = "у студента или в центре карьеры",
        },
        new()
        {
            Number = 11,
            Code = "no-certain-workplace",
            Title = "Нет определённости с местом работы",
            ShortName = "нет места",
            ImportHeader = "Определённость с местом работы",
            Kind = CharacteristicKind.Profiling,
            DefaultWeight = 2,
            RemovedBy = "новая анкета после предложения о работе",
            WhomToAsk = "у студента: пригласите заполнить анкету",
        },
        new()
        {
            Number = 12,
            Code = "employed-out-of-field",
            Title = "Работает не по направлению подготовки",
            ShortName = "не по специальности",
            ImportHeader = "Работает по направлению подготовки",
            Kind = CharacteristicKind.Profiling,
            DefaultWeight = 1,
            RemovedBy = "работа по направлению подготовки и новая анкета о ней",
            WhomToAsk = "у студента: пригласите заполнить анкету",
        },
        new()
        {
            Number = 13,
            Code = "relatives-informally-employed",
            Title = "Ближайшие родственники заняты неформально",
            ShortName = "семья",
            ImportHeader = "Ближайшие родственники заняты неформально",
            Kind = CharacteristicKind.Status,
            DefaultWeight = 1,
            CountsTowardsCompleteness = false,
        },
        new()
        {
            Number = 14,
            Code = "prior-offence",
            Title = "Ранее совершал правонарушения",
            NeutralTitle = OtherCircumstances,
            ShortName = "правонарушения",
            ImportHeader = "Ранее совершал правонарушения",
            Kind = CharacteristicKind.Status,
            Sensitivity = Sensitivity.Restricted,
            DefaultWeight = 3,
            CountsTowardsCompleteness = false,
        },
    ];

    /// <summary>The characteristic with a number of 1–14; throws <see cref="ArgumentOutOfRangeException"/> for others.</summary>
    public static Characteristic Get(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, FederalCount);
        return Federal[number - 1];
    }

    /// <summary>The characteristic a fact feeds: they share the number.</summary>
    public static Characteristic Of(FactCode fact) => Get((int)fact);

    /// <summary>The bit of a code: of the fourteen, or of an added one (<c>added-15</c>); 0 for any other text.</summary>
    public static uint BitOf(string code) => Find(code)?.Bit ?? AddedCharacteristic.BitOf(code);

    /// <summary>The characteristic with a code of DOMAIN §7, or null.</summary>
    public static Characteristic? Find(string code) => Federal.FirstOrDefault(c => c.Code == code);
}
