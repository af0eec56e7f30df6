namespace Marshrut.Rules.Cases;

/// <summary>How the latest hand-over of a person stands (З1.5).</summary>
public enum HandedChoice
{
    /// <summary>Was never handed over.</summary>
    Never = 1,

    /// <summary>The ЦЗН has not answered.</summary>
    Waiting = 2,

    /// <summary>The ЦЗН works with the person.</summary>
    Accepted = 3,

    /// <summary>The ЦЗН has ended its work.</summary>
    Ended = 4,

    /// <summary>Given back, taken back, or the consent was withdrawn.</summary>
    Back = 5,
}

/// <summary>Names them, for lists and for rules of client groups.</summary>
public static class HandedTitles
{
    public static string Of(HandedChoice choice) => choice switch
    {
        HandedChoice.Never => "не передавали",
        HandedChoice.Waiting => "ждёт ответа",
        HandedChoice.Accepted => "на сопровождении",
        HandedChoice.Ended => "сопровождение завершено",
        _ => "вернули или отозвали",
    };
}
