namespace Marshrut.Rules.People;

/// <summary>
/// Level of education of an enrolment (DOMAIN §5 «Уровень образования»). It is also the «категория обучающихся» for which
/// a methodology may set other values apart (DOMAIN §7). Numbers are stored: never renumber.
/// </summary>
public enum EducationLevel
{
    /// <summary>СПО рабочие</summary>
    SkilledWorker = 1,

    /// <summary>СПО специалисты</summary>
    MidLevelSpecialist = 2,

    /// <summary>бакалавриат</summary>
    Bachelor = 3,

    /// <summary>специалитет</summary>
    Specialist = 4,

    /// <summary>магистратура</summary>
    Master = 5,

    /// <summary>аспирантура</summary>
    Postgraduate = 6,

    /// <summary>школа</summary>
    School = 7,
}
