namespace Marshrut.Rules.Cases;

/// <summary>Who does a step of a plan. Values are stored.</summary>
public enum StepResponsible
{
    Person = 1,
    Curator = 2,

    /// <summary>Another specialist of the employment centre, by name.</summary>
    Specialist = 3,

    /// <summary>Career centre of the college or university.</summary>
    CareerCentre = 4,
    Employer = 5,
}
