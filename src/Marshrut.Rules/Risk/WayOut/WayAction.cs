namespace Marshrut.Rules.Risk;

/// <summary>What the person can do at once about one characteristic.</summary>
public enum WayAction
{
    /// <summary>Help with practice is asked for.</summary>
    AskForPractice,

    /// <summary>The next meeting with employers is asked for.</summary>
    AskForMeeting,

    /// <summary>Help with a CV is asked for.</summary>
    AskForCv,

    /// <summary>Plans are told: the questionnaire where one waits, else help with the first job is asked for.</summary>
    TellPlans,

    /// <summary>Help with the first job is asked for.</summary>
    AskForJob,

    /// <summary>Said in words alone.</summary>
    ByOneself,
}
