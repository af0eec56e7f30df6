namespace Marshrut.Rules.Cases;

/// <summary>Where a step of a plan stands. Values are stored.</summary>
public enum StepState
{
    Ahead = 1,
    Done = 2,

    /// <summary>Not to be done any more: a reason stands beside it.</summary>
    Dropped = 3,
}

/// <summary>Where a visit stands. Values are stored.</summary>
public enum VisitState
{
    Planned = 1,
    Came = 2,
    Missed = 3,
    Cancelled = 4,
}

/// <summary>How the person agreed to the plan. Values are stored.</summary>
public enum AgreementWay
{
    Signed = 1,
    Phone = 2,

    /// <summary>By letter or message.</summary>
    Written = 3,
}
