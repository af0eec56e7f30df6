namespace Marshrut.Rules.People;

/// <summary>
/// Level of education of an enrolment (DOMAIN §5 «Уровень образования»). It is also the «категория обучающихся» for which
/// a methodology may set other values apart (DOMAIN §7). Numbers are stored: never renumber.
/// </summary>
public enum EducationLevel : byte
{
    Unknown = 0,

    /// <summary>школа</summary>
    School = 1,

    /// <summary>СПО рабочие</summary>
    SkilledWorker = 2,

    /// <summary>СПО специалисты</summary>
    MidLevelSpecialist = 3,

    /// <summary>бакалавриат</summary>
    Bachelor = 4,

    /// <summary>специалитет</summary>
    Specialist = 5,

    /// <summary>магистратура</summary>
    Master = 6,

    /// <summary>аспирантура</summary>
    Postgraduate = 7,
}
