namespace Marshrut.Rules.People;

/// <summary>Where an enrolment stands (DOMAIN §5 «Статус»). Numbers are stored: never renumber.</summary>
public enum EnrolmentStatus
{
    /// <summary>обучается</summary>
    Studying = 1,

    /// <summary>академический отпуск</summary>
    AcademicLeave = 2,

    /// <summary>выпускник</summary>
    Graduate = 3,

    /// <summary>отчислен</summary>
    Expelled = 4,
}
