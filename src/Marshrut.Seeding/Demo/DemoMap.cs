using Marshrut.Seeding.Students;

namespace Marshrut.Seeding.Demo;

/// <summary>An employment centre and the districts it serves.</summary>
/// <param name="Visitors">People who came to it by themselves.</param>
internal sealed record DemoCentre(string Code, string Name, int Visitors, params IReadOnlyList<string> Districts);

/// <summary>«Заречная область»: invented places and organisations. Nothing here has a model.</summary>
internal static class DemoMap
{
    public const string RegionCode = "00";

    /// <summary>The college that the demo's first user works in.</summary>
    public const string MainCollege = "zpk";

    /// <summary>Determines risk by consent (R39).</summary>
    public const string ConsentCollege = "uek";

    /// <summary>Has determined the risk of its last course only: the duty of the year stands open there.</summary>
    public const string BehindCollege = "hst";

    /// <summary>Has no agreement with an employment centre.</summary>
    public const string WithoutAgreement = "vki";

    /// <summary>Has agreements with two employment centres: a consent must say to which of them (R46).</summary>
    public const string TwoCentres = "ztu";
    public const string MainUniversity = "zgu";
    public const string MainCentre = "czn-verhnerechensk";
    public const string School = "school-12";
    public const string SchoolName = "Школа № 12 города Верхнереченска";
    public const int Pupils = 240;

    /// <summary>So many of the class that graduated last summer were in the college's register in February.</summary>
    public const int LastClass = 60;

    /// <summary>How many of them went to the main centre.</summary>
    public const int LastClassSent = 24;

    /// <summary>Centres of one legal person: a consent for one covers the others.</summary>
    public static readonly IReadOnlyList<string> OneService = [MainCentre, SecondCentre, "czn-belye-ozera"];
    public const string SecondCentre = "czn-ust-zarechye";
    public const string ServiceName = "ГКУ «Служба занятости Заречной области»";

    /// <summary>Of nobody: the region has no number.</summary>
    public const string ServiceInn = "0000000106";

    /// <summary>Who sent whom to the main centre a fortnight ago.</summary>
    public static readonly IReadOnlyList<(string Code, int People)> SentFirst = [(MainCollege, 16), ("vmk", 9), ("vst", 6), (MainUniversity, 12)];

    /// <summary>Whose people the centre has answered for; the others' term has run out.</summary>
    public static readonly IReadOnlyList<string> Answered = [MainCollege, "vmk", MainUniversity];

    public static readonly IReadOnlyList<(string Code, int People)> SentLately = [(MainCollege, 11), ("vpk", 8)];

    private const string City = "город Верхнереченск";

    public static readonly IReadOnlyList<DemoCentre> Centres =
    [
        new(MainCentre, "Кадровый центр «Работа России», Верхнереченск", 46, City, "Верхнереченский район", "Пригородный район"),
        new(SecondCentre, "Кадровый центр «Работа России», Усть-Заречье", 18, "город Усть-Заречье", "Усть-Зареченский район"),
        new("czn-novozavodsk", "Кадровый центр «Работа России», Новозаводск", 24, "город Новозаводск", "Заводской район"),
        new("czn-belye-ozera", "Кадровый центр «Работа России», Белые Озёра", 14, "Белоозёрный район", "Тростниковый район"),
        new("czn-lesobrod", "Кадровый центр «Работа России», Лесоброд", 11, "Лесобродский район", "Таёжный район"),
        new("czn-hlebodarovo", "Кадровый центр «Работа России», Хлебодарово", 12, "Хлебодаровский район", "Полынный район", "Ковыльный район"),
    ];

    /// <summary>Twelve colleges and three universities; the numbers are of enrolments, graduates of the last years among them.</summary>
    public static readonly IReadOnlyList<OrganizationPlan> Teachers =
    [
        College(1, MainCollege, "Заречный политехнический колледж", 1830, [City, "Верхнереченский район", "Пригородный район", "Заводской район", "Тростниковый район"],
            new OrganizationHabits { StatusKnown = 1, RecordsContact = true, ContactKnown = 0.8, PracticeKnown = 0.9, PreparationKnown = 0.75, Survey = 0.72, HealthConsent = 0.85 },
            ProgrammeCatalogue.Design, "43.02.15", "38.02.01", "15.01.05", "23.02.03", "13.02.11", "09.02.07"),
        College(2, "vmk", "Верхнереченский медицинский колледж", 1400, [City, "Пригородный район", "Верхнереченский район", "Белоозёрный район"],
            new OrganizationHabits { RecordsPractice = true, HealthConsent = 0.5, ContactKnown = 0.8, Survey = 0.75 }, "34.02.01", "31.02.01", "33.02.01"),
        College(3, "vpk", "Верхнереченский педагогический колледж", 1300, [City, "Хлебодаровский район", "Верхнереченский район"],
            new OrganizationHabits { RecordsPreparation = true, PreparationKnown = 0.7, Survey = 0.7 }, "44.02.01", "44.02.02", "49.02.01"),
        College(4, "vst", "Верхнереченский строительный техникум", 1100, [City, "Пригородный район", "Таёжный район"],
            new OrganizationHabits { HealthConsent = 0.3, ContactKnown = 0.85, PreparationKnown = 0.7, Survey = 0.7 }, "08.02.01", "08.01.28", "21.02.05", "20.02.04"),
        College(5, "vki", "Верхнереченский колледж искусств", 520, [City, "город Новозаводск", "город Усть-Заречье"],
            new OrganizationHabits { RecordsContact = true, Survey = 0.5 }, ProgrammeCatalogue.Design, "51.02.01", "53.02.03", "54.01.20"),
        College(6, "urt", "Усть-Зареченский речной техникум", 700, ["город Усть-Заречье", "Усть-Зареченский район", "Верхнереченский район"],
            new OrganizationHabits { PracticeKnown = 0.95, ContactKnown = 0.75, PreparationKnown = 0.7, Survey = 0.7, HealthConsent = 0.4 }, "26.02.03", "15.02.08", "13.01.10"),
        College(7, "lat", "Лесобродский агролесной техникум", 620, ["Лесобродский район", "Таёжный район"],
            new OrganizationHabits { StatusKnown = 0.5, PracticeKnown = 0.5, ContactKnown = 0.3, PreparationKnown = 0.2, Survey = 0.25 }, "35.01.13", "23.01.03", "35.02.05"),
        College(8, "bak", "Белоозёрный аграрный колледж", 900, ["Белоозёрный район", "Тростниковый район", "Полынный район"],
            new OrganizationHabits { RecordsContact = true, ContactKnown = 0.8, PreparationKnown = 0.7, Survey = 0.7, TransferConsent = 0.85 }, "35.02.07", "35.02.08", "35.02.05", "36.02.01"),
        College(9, "nit", "Новозаводский индустриальный техникум", 1300, ["город Новозаводск", "Заводской район", "Пригородный район"],
            new OrganizationHabits { RecordsPreparation = true, PracticeKnown = 0.95, ContactKnown = 0.8, Survey = 0.65, HealthConsent = 0.4 }, "15.02.08", "13.02.11", "15.01.05", "23.02.03", "09.02.06"),
        College(10, "ktu", "Новозаводский колледж торговли и услуг", 1000, ["город Новозаводск", "Заводской район", City],
            new OrganizationHabits { ContactKnown = 0.9, PreparationKnown = 0.85, Survey = 0.75, TransferConsent = 0.6 }, "43.02.15", "43.02.16", "38.01.02", "43.01.09", "29.02.04", "38.02.03"),
        College(11, ConsentCollege, "Верхнереченский юридический колледж", 700, [City, "Верхнереченский район"],
            new OrganizationHabits { RiskConsent = 0.82, PreparationKnown = 0.7, Survey = 0.6 }, "40.02.04", "46.02.01", "39.02.01", "42.02.01"),
        College(12, BehindCollege, "Хлебодаровский сельский техникум", 530, ["Хлебодаровский район", "Полынный район", "Ковыльный район"],
            new OrganizationHabits { StatusKnown = 0.6, PracticeKnown = 0.6, ContactKnown = 0.4, PreparationKnown = 0.3, Survey = 0.3 }, "35.01.13", "43.01.09", "35.02.07"),
        University(13, MainUniversity, "Заречный государственный университет", 3300, [City, "Пригородный район", "город Новозаводск", "город Усть-Заречье", "Белоозёрный район"],
            new OrganizationHabits { RecordsPreparation = true, PreparationKnown = 0.7, ContactKnown = 0.75, Survey = 0.6, HealthConsent = 0.25 },
            "38.03.01", "38.03.02", "40.03.01", "37.03.01", "45.03.01", "46.03.01", "42.03.01", "09.03.03", "44.03.01", "44.03.05", "54.03.01", "31.05.01", "38.04.01"),
        University(14, "ztu", "Заречный технический университет", 3000, [City, "город Новозаводск", "Заводской район", "Пригородный район"],
            new OrganizationHabits { RecordsContact = true, PracticeKnown = 0.95, ContactKnown = 0.9, PreparationKnown = 0.8, Survey = 0.75 },
            "09.03.01", "08.03.01", "13.03.02", "15.03.05", "23.03.03", "20.03.01", "21.03.02", "09.04.01"),
        University(15, "zaa", "Заречная аграрная академия", 2100, ["Белоозёрный район", "Хлебодаровский район", City, "Лесобродский район"],
            new OrganizationHabits { PracticeKnown = 0.95, ContactKnown = 0.85, PreparationKnown = 0.85, Survey = 0.7 }, "35.03.04", "35.03.06", "36.05.01", "21.03.02", "38.03.01"),
    ];

    /// <summary>Known to the statistics only: the circle of organisations is wider than the system (DOMAIN §7).</summary>
    public static readonly IReadOnlyList<StatisticsSource> OutsideSources =
    [
        new("Верхнереченский филиал железнодорожного техникума", OrganizationKind.College, ProgrammeCatalogue.Of("23.02.03", "13.02.11", "38.02.03"), 7),
        new("Колледж «Перспектива» (частный)", OrganizationKind.College, ProgrammeCatalogue.Of("40.02.04", "38.02.01", ProgrammeCatalogue.Design), 6),
        new("Усть-Зареченский педагогический техникум", OrganizationKind.College, ProgrammeCatalogue.Of("44.02.01", "44.02.02"), 6),
        new("Институт предпринимательства, Верхнереченск", OrganizationKind.University, ProgrammeCatalogue.Of("38.03.01", "38.03.02", "40.03.01"), 5),
    ];

    private static OrganizationPlan College(
        int number, string code, string name, int people, IReadOnlyList<string> districts, OrganizationHabits habits, params IEnumerable<string> programmes) =>
        new(number, code, name, OrganizationKind.College, people, "stud." + code, ProgrammeCatalogue.Of(programmes), districts, habits);

    private static OrganizationPlan University(
        int number, string code, string name, int people, IReadOnlyList<string> districts, OrganizationHabits habits, params IEnumerable<string> programmes) =>
        new(number, code, name, OrganizationKind.University, people, "stud." + code, ProgrammeCatalogue.Of(programmes), districts, habits);
}
