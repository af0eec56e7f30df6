using System.Text.Encodings.Web;
using System.Text.Json;
using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Cases;

/// <summary>A measure of the catalogue (DOMAIN §4): what a step of a plan can be.</summary>
/// <param name="Code">Kebab-case; stays when the words change.</param>
/// <param name="Details">A line under the title; null: none.</param>
/// <param name="Days">The term that is proposed, in days from the making of the step.</param>
/// <param name="Fact">Whose «да» the step proves when it is done: one of 8–11; null: none.</param>
/// <param name="IsUsed">False: old plans keep it, new ones do not offer it.</param>
public sealed record Measure(string Code, string Title, string? Details, StepResponsible Responsible, int Days, FactCode? Fact = null, bool IsUsed = true);

/// <summary>A goal with its steps, proposed to people with certain characteristics.</summary>
/// <param name="For">Numbers of characteristics: any of them proposes the set; empty: it is only chosen by hand.</param>
/// <param name="Measures">Codes, in order.</param>
public sealed record PlanSet(string Code, string Goal, IReadOnlyList<int> For, IReadOnlyList<string> Measures, bool IsUsed = true);

/// <summary>Measures and sets of a region: what plans are put together from.</summary>
public sealed record PlanCatalogue(IReadOnlyList<Measure> Measures, IReadOnlyList<PlanSet> Sets)
{
    public const int LongestTitle = 200;

    public const int LongestDetails = 300;

    public const int MostDays = 730;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The measures of DOMAIN §4 for the stages of study and of the graduate; what a region begins with.</summary>
    public static PlanCatalogue Federal { get; } = new(
        [
            new("career-guidance", "Профориентационная консультация", "Тест и разговор о выборе", StepResponsible.Curator, 14),
            new("diagnostics", "Тестирование на «Работе России»", "Склонности и навыки", StepResponsible.Person, 14),
            new("survey", "Анкета о занятости и потребностях", "Ответы — на «Работе России»", StepResponsible.Person, 7),
            new("cv", "Резюме на «Работе России»", "Составить и опубликовать", StepResponsible.Person, 14, FactCode.JobSearchPreparation),
            new("interview-training", "Тренинг «Собеседование»", null, StepResponsible.Specialist, 30, FactCode.JobSearchPreparation),
            new("communication-training", "Тренинг «Деловое общение»", null, StepResponsible.Specialist, 30),
            new("planning-training", "Тренинг «Планирование карьеры»", null, StepResponsible.Specialist, 30, FactCode.JobSearchPreparation),
            new("fair", "Ярмарка вакансий", "Поговорить не меньше чем с двумя работодателями", StepResponsible.Person, 60, FactCode.EmployerContact),
            new("career-day", "День карьеры", null, StepResponsible.Person, 60, FactCode.EmployerContact),
            new("company-tour", "Экскурсия на предприятие", "«Открытая промышленность»", StepResponsible.Curator, 60, FactCode.EmployerContact),
            new("practice", "Практика по специальности", "С договором", StepResponsible.CareerCentre, 90, FactCode.FieldExperience),
            new("internship", "Стажировка по специальности", "С договором", StepResponsible.Curator, 90, FactCode.FieldExperience),
            new("temporary-work", "Временная работа", null, StepResponsible.Curator, 45),
            new("job-application", "Заявление на поиск работы", "Подаётся самим человеком на «Работе России»", StepResponsible.Person, 7),
            new("vacancies", "Подбор вакансий", "Три предложения по специальности", StepResponsible.Curator, 14),
            new("job-interview", "Собеседование у работодателя", null, StepResponsible.Person, 30, FactCode.EmployerContact),
            new("target-contract", "Договор о целевом обучении", null, StepResponsible.Person, 90, FactCode.CertainWorkplace),
            new("job-contract", "Трудовой договор", "Показать куратору", StepResponsible.Person, 90, FactCode.CertainWorkplace),
            new("own-business", "Начало своего дела", "Бизнес-план, самозанятость или социальный контракт", StepResponsible.Person, 90, FactCode.CertainWorkplace),
            new("retraining", "Обучение новой профессии", "ПО, ДПО, проект «Кадры»", StepResponsible.Curator, 60),
            new("conditions", "Подбор рабочего места по условиям труда", "Рекомендации, оснащение, наставник", StepResponsible.Curator, 45),
            new("legal-advice", "Консультация о трудовых правах", null, StepResponsible.Specialist, 30),
            new("social-adaptation", "Социальная адаптация", "Занятия в группе", StepResponsible.Specialist, 45),
            new("psychological-support", "Психологическая поддержка", null, StepResponsible.Specialist, 30),
            new("young-specialist", "Выплаты молодым специалистам", "Узнать, какие есть в регионе, и подать документы", StepResponsible.Person, 60),
            new("employer-adaptation", "Помощь работодателю с наставничеством", null, StepResponsible.Curator, 60),
            new("return-meeting", "Встреча после возвращения", "Обсудить работу или учёбу", StepResponsible.Curator, 30),
        ],
        [
            new("choose", "Понять, кем работать", [12], ["career-guidance", "diagnostics"]),
            new("experience", "Получить первый опыт по специальности", [8], ["practice", "internship"]),
            new("employers", "Познакомиться с работодателями", [9], ["fair", "company-tour"]),
            new("preparation", "Подготовиться к поиску работы", [10], ["cv", "interview-training"]),
            new("workplace", "Найти рабочее место", [1, 11], ["job-application", "vacancies", "job-interview", "job-contract"]),
            new("service", "Вернуться к работе после службы", [5, 6], ["return-meeting", "job-application", "vacancies"]),
            new("childcare", "Вернуться к работе после отпуска по уходу", [7], ["return-meeting", "retraining", "vacancies"]),
            new("support", "Найти опору", [3, 4, 13, 14], ["social-adaptation", "psychological-support", "legal-advice"]),
            new("conditions", "Подобрать подходящие условия труда", [2], ["conditions", "employer-adaptation"]),
            new("other-trade", "Сменить направление", [], ["career-guidance", "retraining"]),
            new("business", "Начать своё дело", [], ["planning-training", "own-business"]),
        ]);

    public IEnumerable<Measure> Offered => Measures.Where(measure => measure.IsUsed);

    public Measure? Find(string code) => Measures.FirstOrDefault(measure => measure.Code == code);

    /// <summary>Measures of a set that are still used.</summary>
    public IEnumerable<Measure> StepsOf(PlanSet set) => set.Measures.Select(Find).OfType<Measure>().Where(measure => measure.IsUsed);

    /// <summary>Sets whose characteristics somebody has, in the order of the catalogue.</summary>
    /// <param name="present">Numbers of characteristics that are present and that the reader may see.</param>
    public IEnumerable<PlanSet> ProposedFor(IReadOnlySet<int> present) => Sets.Where(set => set.IsUsed && set.For.Any(present.Contains));

    /// <returns>What stands against it, in Russian; null: it can be used.</returns>
    public string? Problem()
    {
        if (Measures.FirstOrDefault(measure => measure.Title.Trim().Length is 0 or > LongestTitle) is not null)
        {
            return $"У каждой меры должно быть название, не длиннее {LongestTitle} знаков.";
        }

        if (Measures.FirstOrDefault(measure => measure.Details?.Length > LongestDetails) is { } wordy)
        {
            return $"Пояснение меры «{wordy.Title}» длиннее {LongestDetails} знаков.";
        }

        if (Measures.FirstOrDefault(measure => measure.Days is < 1 or > MostDays) is { } term)
        {
            return $"Срок меры «{term.Title}» — от 1 до {MostDays} дней.";
        }

        if (Measures.FirstOrDefault(measure => measure.Fact is { } fact && fact is not (FactCode.FieldExperience or FactCode.EmployerContact or FactCode.JobSearchPreparation or FactCode.CertainWorkplace)) is { } proof)
        {
            return $"Мера «{proof.Title}» может подтверждать только опыт, встречу с работодателем, подготовку к поиску работы или место работы.";
        }

        if (Measures.GroupBy(measure => measure.Code).Any(group => group.Count() > 1) || Sets.GroupBy(set => set.Code).Any(group => group.Count() > 1))
        {
            return "Двух мер или наборов с одним кодом быть не может.";
        }

        if (Sets.FirstOrDefault(set => set.Goal.Trim().Length is 0 or > LongestTitle) is not null)
        {
            return $"У каждого набора должна быть цель, не длиннее {LongestTitle} знаков.";
        }

        if (Sets.FirstOrDefault(set => set.Measures.Count == 0 || set.Measures.Any(code => Find(code) is null)) is { } empty)
        {
            return $"В наборе «{empty.Goal}» нет ни одной меры каталога. Отметьте хотя бы одну.";
        }

        return Sets.SelectMany(set => set.For).Any(number => number < 1 || number > Characteristics.Federal.Length)
            ? "Набор назван для характеристики, которой нет в методике."
            : null;
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static PlanCatalogue FromJson(string json) => JsonSerializer.Deserialize<PlanCatalogue>(json, Json)!;
}
