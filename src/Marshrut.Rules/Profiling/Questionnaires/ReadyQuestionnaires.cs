using Marshrut.Rules.Risk;
using static Marshrut.Rules.Profiling.Questionnaires.QuestionKind;
using static Marshrut.Rules.Risk.FactCode;

namespace Marshrut.Rules.Profiling.Questionnaires;

/// <summary>
/// The questionnaires that every organisation has. A version that was answered is never edited: a change is a new version beside the old one (the text of all is
/// approved in <c>docs/questionnaires.approved.md</c>). None asks of health, of offences or of relatives (R40).
/// </summary>
public static class ReadyQuestionnaires
{
    /// <summary>All versions, of each questionnaire the latest last.</summary>
    public static IReadOnlyList<Questionnaire> Versions { get; } =
    [
        new("first-course", 1, "Первый курс: занятость и потребности", [RouteStage.FirstCourse],
        [
            new(null,
            [
                new("work", One, "Вы сейчас работаете?",
                [
                    new("contract", "Да, по трудовому или гражданскому договору"),
                    new("self-employed", "Да, самозанятость или своё дело"),
                    new("casual", "Подрабатываю время от времени"),
                    new("none", "Нет"),
                ]),
                new("choice", One, "Почему вы выбрали эту специальность?",
                [
                    new("wanted", "Это мой выбор"), new("advised", "Посоветовали родители или знакомые"), new("scores", "Подошли баллы"), new("by-chance", "Случайно, думаю сменить"),
                ]),
                Help(new AnswerOption("temporary-work", "Подработка или работа летом", Request: "temporary-work")),
                Wish,
            ]),
        ]),
        new("last-course", 1, "Выпускной курс: готовность к работе", [RouteStage.LastCourse],
        [
            new("Что уже есть",
            [
                new("experience", One, "Был ли у вас опыт, практика или стажировка по специальности?",
                    [new("yes", "Да", new(FieldExperience, FactValue.Yes)), new("no", "Нет, или не по специальности", new(FieldExperience, FactValue.No))]),
                new("events", One, "Были ли вы за последний год на ярмарке вакансий, дне карьеры или экскурсии на предприятие?",
                    [new("yes", "Да", new(EmployerContact, FactValue.Yes)), new("no", "Нет", new(EmployerContact, FactValue.No))]),
                new("cv", One, "Есть ли у вас свежее резюме или занятия по поиску работы?",
                    [new("yes", "Да", new(JobSearchPreparation, FactValue.Yes)), new("no", "Нет", new(JobSearchPreparation, FactValue.No))]),
            ]),
            new("Что после выпуска",
            [
                Plans,
                new("place", Text, "Где будете работать или учиться?", [], IsRequired: false, Help: "Название организации, если уже знаете", When: new("after", ["signed", "oral", "study"])),
                new("leave", One, "Собираетесь ли вы уехать в другой район или регион?", [new("no", "Нет"), new("district", "В другой район"), new("region", "В другой регион"), new("unsure", "Пока не знаю")]),
            ]),
            new("Чем помочь", [Help(), Wish]),
        ]),
        new("graduate", 1, "Выпускник: как дела с работой", [RouteStage.Graduate],
        [
            new("Работа",
            [
                new("work", One, "Вы сейчас работаете?",
                [
                    new("field", "Да, по специальности", new(WorksInField, FactValue.Yes)),
                    new("other", "Да, не по специальности", new(WorksInField, FactValue.No)),
                    new("none", "Нет", new(WorksInField, FactValue.NotWorking)),
                ]),
                new("place", Text, "Где и кем?", [], IsRequired: false, When: new("work", ["field", "other"])),
                new("why", One, "Чем вы сейчас заняты?",
                [
                    new("searching", "Ищу работу", new(CertainWorkplace, FactValue.Searching)),
                    new("study", "Учусь дальше", new(CertainWorkplace, FactValue.FurtherStudy)),
                    new("army", "Служу или скоро призовут", new(CertainWorkplace, FactValue.ArmyNext)),
                    new("childcare", "Ухаживаю за ребёнком", new(CertainWorkplace, FactValue.ChildcareNext)),
                    new("rest", "Пока ничем", new(CertainWorkplace, FactValue.DoesNotKnow)),
                ], When: new("work", ["none"])),
                new("months", Number, "Сколько месяцев вы ищете работу?", [], IsRequired: false, When: new("why", ["searching"])),
            ]),
            new("Чем помочь", [Help(), Wish]),
        ]),
        new("pupil", 1, "Ученик: учёба дальше и профессия", [RouteStage.SchoolToNinth, RouteStage.SchoolTenthAndOn],
        [
            new(null,
            [
                new("after", One, "Что вы планируете после школы?",
                    [new("college", "Колледж или техникум"), new("university", "Вуз"), new("work", "Работать"), new("unsure", "Ещё не знаю")]),
                new("chosen", One, "Вы уже выбрали профессию?", [new("yes", "Да, знаю точно"), new("some", "Выбираю из нескольких"), new("no", "Пока нет")]),
                new("guidance", Many, "Что из этого у вас уже было?",
                    [new("diagnostics", "Тест по профориентации"), new("tour", "Экскурсия на предприятие"), new("talk", "Беседа со специалистом"), new("none", "Ничего", IsAlone: true)]),
                Help(new AnswerOption("temporary-work", "Работа в свободное от учёбы время", Request: "temporary-work")),
                Wish,
            ]),
        ]),
        new("points", 1, "Анкета региона с баллами", [RouteStage.LastCourse, RouteStage.Graduate],
        [
            new("Работа и опыт",
            [
                new("work", One, "Вы сейчас работаете?",
                [
                    new("contract", "По трудовому договору"), new("civil", "По гражданскому договору"), new("own", "Самозанятый, предприниматель, учредитель"),
                    new("internship", "Оплачиваемая стажировка"), new("casual", "Случайные заработки не по специальности"), new("none", "Не работаю", Points: 1),
                ]),
                new("target", One, "Есть ли у вас договор о целевом обучении?", [new("yes", "Да"), new("no", "Нет", Points: 2)]),
                new("experience", One, "Есть ли у вас опыт работы по специальности?",
                [
                    new("field", "Да", new(FieldExperience, FactValue.Yes)), new("other", "Только не по специальности", new(FieldExperience, FactValue.No), Points: 3),
                    new("none", "Нет", new(FieldExperience, FactValue.No), Points: 3),
                ]),
                new("practice", One, "Довольны ли вы практиками?", [new("yes", "Да"), new("no", "Нет", Points: 2), new("none", "Практик не было", Points: 2)]),
                new("events", One, "Когда вы были на ярмарке, дне карьеры или экскурсии на предприятие?",
                [
                    new("year", "В этом году", new(EmployerContact, FactValue.Yes)), new("earlier", "Раньше", new(EmployerContact, FactValue.No), Points: 2),
                    new("never", "Никогда", new(EmployerContact, FactValue.No), Points: 2),
                ]),
                new("cv", One, "Есть ли у вас резюме?", [new("current", "Есть свежее", new(JobSearchPreparation, FactValue.Yes)), new("none", "Нет или устарело", Points: 1)]),
                new("interview", One, "Были ли у вас занятия по собеседованиям?", [new("yes", "Да", new(JobSearchPreparation, FactValue.Yes)), new("no", "Нет", Points: 1)]),
            ]),
            new("Планы",
            [
                new("conscription", One, "Вас призовут в армию в ближайший год?", [new("yes", "Да", Points: 1), new("no", "Нет"), new("unsure", "Не знаю")]),
                new("move", One, "Планируете ли переезд?", [new("yes", "Да", Points: 1), new("no", "Нет")]),
                Plans,
            ]),
            new("Чем помочь", [Help(new AnswerOption("target-contract", "Договор о целевом обучении"), new AnswerOption("portal", "Помощь с порталом «Работа России»")), Wish]),
        ], RiskFrom: 5),
    ];

    /// <summary>The latest versions.</summary>
    public static IReadOnlyList<Questionnaire> Latest { get; } = [.. Versions.GroupBy(one => one.Code).Select(versions => versions.MaxBy(one => one.Version)!)];

    /// <param name="version">Null: the latest.</param>
    public static Questionnaire? Find(string? code, int? version = null) => Versions.Where(one => one.Code == code && (version is null || one.Version == version)).MaxBy(one => one.Version);

    private static Question Plans => new("after", One, "Что вы будете делать после выпуска?",
    [
        new("signed", "Работать: договор подписан", new(CertainWorkplace, FactValue.SignedContract)),
        new("oral", "Работать: договорились устно", new(CertainWorkplace, FactValue.OralAgreement)),
        new("own", "Своё дело или самозанятость", new(CertainWorkplace, FactValue.OwnBusiness)),
        new("study", "Учиться дальше", new(CertainWorkplace, FactValue.FurtherStudy)),
        new("searching", "Ищу работу", new(CertainWorkplace, FactValue.Searching)),
        new("army", "Служить в армии", new(CertainWorkplace, FactValue.ArmyNext)),
        new("childcare", "Ухаживать за ребёнком", new(CertainWorkplace, FactValue.ChildcareNext)),
        new("unsure", "Пока не знаю", new(CertainWorkplace, FactValue.DoesNotKnow)),
    ]);

    private static Question Wish => new("wish", LongText, "Что ещё нам важно знать?", [], IsRequired: false, Help: "Своими словами. Без сведений о здоровье");

    /// <summary>The five mandatory requests, the usual ones, what the questionnaire adds, and «nothing».</summary>
    internal static Question Help(params AnswerOption[] added) => new("help", Many, "С чем вам помочь?",
    [
        .. RequestTypes.Mandatory.Select(type => new AnswerOption(type.Code, type.Title, Request: type.Code)),
        new("cv", "Составить резюме", Request: "cv"),
        new("interview", "Подготовиться к собеседованию", Request: "interview"),
        .. added,
        new("nothing", "Пока ничего не нужно", IsAlone: true),
    ]);
}
