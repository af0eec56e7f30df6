using System.Collections.Frozen;
using System.Globalization;
using Marshrut.Rules.Language;
using static Marshrut.Rules.Risk.FactValue;

namespace Marshrut.Rules.Risk;

/// <summary>
/// The first issue of the evidence texts. Immutable: every sentence is approved in <c>docs/risk-explanations.approved.md</c>, and a
/// change there would change what was shown to people about their past assessments.
/// </summary>
internal static class EvidenceTextsV1
{
    private static readonly FrozenDictionary<(int Number, FactValue Value), string> Facts = new Dictionary<(int, FactValue), string>
    {
        [(2, Yes)] = "Есть инвалидность или ограниченные возможности здоровья.",
        [(2, No)] = "Инвалидности и ограничений здоровья нет.",
        [(3, Yes)] = "Относится к детям-сиротам или оставшимся без попечения родителей.",
        [(3, No)] = "К детям-сиротам и оставшимся без попечения родителей не относится.",
        [(5, Yes)] = "Есть служба по призыву: предстоит, завершается или завершена.",
        [(5, No)] = "Службы по призыву нет.",
        [(6, Yes)] = "Есть служба по мобилизации, контракту или в добровольческом формировании: завершается или завершена.",
        [(6, No)] = "Службы по мобилизации, контракту или в добровольческом формировании нет.",
        [(7, Yes)] = "После обучения — отпуск по уходу за ребёнком.",
        [(7, No)] = "Отпуска по уходу за ребёнком после обучения нет.",
        [(8, Yes)] = "Есть опыт, практика или стажировка по специальности.",
        [(8, No)] = "Опыта, практики или стажировки по специальности нет.",
        [(9, Yes)] = "Есть участие в ярмарке, дне карьеры или профтуре.",
        [(9, No)] = "Участия в ярмарках, днях карьеры и профтурах нет.",
        [(10, Yes)] = "Есть резюме или пройденное занятие по поиску работы.",
        [(10, No)] = "Нет ни резюме, ни пройденных занятий по поиску работы.",
        [(11, Yes)] = "Место работы определено.",
        [(11, No)] = "Место работы не определено.",
        [(11, SignedContract)] = "Подписан договор с работодателем.",
        [(11, OwnBusiness)] = "Своё дело.",
        [(11, FurtherStudy)] = "Продолжит учёбу.",
        [(11, OralAgreement)] = "Есть только устная договорённость о работе.",
        [(11, Searching)] = "Ищет работу.",
        [(11, DoesNotKnow)] = "Пока не знает, где будет работать.",
        [(11, ArmyNext)] = "Впереди служба в армии: о месте работы судить рано.",
        [(11, ChildcareNext)] = "Впереди отпуск по уходу за ребёнком: о месте работы судить рано.",
        [(12, Yes)] = "Работает по направлению подготовки.",
        [(12, No)] = "Работает не по направлению подготовки.",
        [(12, NotWorking)] = "Сейчас не работает.",
        [(13, Yes)] = "Ближайшие родственники заняты неформально.",
        [(13, No)] = "Неформальной занятости ближайших родственников нет.",
        [(14, Yes)] = "Есть сведения о правонарушениях.",
        [(14, No)] = "Сведений о правонарушениях нет.",
    }.ToFrozenDictionary();

    private static readonly string[] Activities = ["об опыте, практике или стажировке по специальности", "о встречах с работодателями", "о резюме и занятиях по поиску работы"];

    public static string Sentence(int number, CharacteristicState state, StateEvidence evidence, in FieldEmployment field) => evidence.Code switch
    {
        EvidenceCode.None => "Сведений нет.",
        EvidenceCode.Fact => Facts[(number, evidence.Value)],
        EvidenceCode.Lapsed => $"Сведения от {Day(evidence.Date)} действовали по {Day(evidence.Until)}, новых нет.",
        EvidenceCode.NoRecordWhereKept => $"{NoRecords(number)} нет. Организация такие записи ведёт.",
        EvidenceCode.NoRecordCounts => $"{NoRecords(number)} нет. По методике это значит «нет».",
        EvidenceCode.NoRecordWhereNotKept => $"{NoRecords(number)} нет, но в этом учебном году организация их и не вела.",
        EvidenceCode.NoRecordIgnored => $"{NoRecords(number)} нет. По методике из этого ничего не следует.",
        EvidenceCode.NoHealthConsent => "Согласия на данные о здоровье нет: такие сведения не хранятся.",
        EvidenceCode.NotHeldHere => "Организация таких сведений не собирает.",
        EvidenceCode.Restricted => state switch
        {
            CharacteristicState.Present => "Следует из сведений ограниченного доступа.",
            CharacteristicState.Absent => "Из имеющихся сведений не следует.",
            _ => "Сведений для вывода не хватает.",
        },
        EvidenceCode.RuleHolds => "Условие выполняется.",
        EvidenceCode.RuleFails => "Условие не выполняется.",
        EvidenceCode.RuleUnsaid => "Для проверки условия не хватает сведений.",
        _ => OfStatistics(evidence.Code, field),
    };

    private static string OfStatistics(EvidenceCode finding, in FieldEmployment field)
    {
        var pair = string.Create(CultureInfo.InvariantCulture, $"выпуск {field.CohortYear}, горизонт {Horizon(field.Horizon)}");
        return finding switch
        {
            EvidenceCode.StatisticsLow => Comparison(field, "не больше", pair),
            EvidenceCode.StatisticsNotLow => Comparison(field, "больше", pair),
            EvidenceCode.StatisticsNone => "Статистики трудоустройства по региону нет.",
            EvidenceCode.StatisticsNoProgramme => $"Выпускников по этому направлению в статистике нет ({pair}).",
            EvidenceCode.StatisticsSmallCohort =>
                $"Выпускников по направлению {Russian.Number(field.ProgrammeGraduates)}, из них работают {Russian.Number(field.ProgrammeEmployed)}: "
                + $"меньше {Russian.Number(field.MinCohort)} — вывод не делается ({pair}).",
            EvidenceCode.StatisticsNobodyEmployed => $"Общий уровень занятости равен нулю: сравнить не с чем ({pair}).",
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "No words for this evidence in version 1."),
        };
    }

    /// <summary>«Работают 46,1 % × 2 = 92,2 %: больше, чем 62,3 % по региону (выпуск 2025, горизонт 1 год; 83 из 180).»</summary>
    private static string Comparison(in FieldEmployment field, string relation, string pair)
    {
        var part = (Int128)field.ProgrammeEmployed * field.Ratio.Numerator;
        var whole = (Int128)field.ProgrammeGraduates * field.Ratio.Denominator;
        var decimals = 1;
        string product, reference;
        do
        {
            product = Russian.Percent(part, whole, decimals);
            reference = Russian.Percent(field.ReferenceEmployed, field.ReferenceGraduates, decimals);
        }
        // «62,3 %: больше, чем 62,3 %» would look untrue: show as many decimals as tell them apart.
        while (product == reference && part * field.ReferenceGraduates != whole * field.ReferenceEmployed && ++decimals <= 4);

        return $"Работают {Russian.Percent(field.ProgrammeEmployed, field.ProgrammeGraduates, Math.Min(decimals, 4))} × {field.Ratio} = {product}: "
            + $"{relation}, чем {reference} {(field.ReferenceSetApart ? "по методике" : "по региону")} "
            + $"({pair}; {Russian.Number(field.ProgrammeEmployed)} из {Russian.Number(field.ProgrammeGraduates)}).";
    }

    private static string NoRecords(int number) => $"Записей {Activities[number - (int)FactCode.FieldExperience]}";

    private static string Horizon(int years) => Russian.Count(years, "год", "года", "лет");

    private static string Day(CompactDate date) => date.Day is { } day ? Russian.Date(day) : "";
}
