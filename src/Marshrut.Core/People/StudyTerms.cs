namespace Marshrut.Core.People;

public enum Sex
{
    Male = 1,
    Female = 2,
}

/// <summary>Level of education (DOMAIN §5).</summary>
public enum EducationLevel
{
    SkilledWorker = 1,
    MidLevelSpecialist = 2,
    Bachelor = 3,
    Specialist = 4,
    Master = 5,
    Postgraduate = 6,
    School = 7,
}

public enum StudyForm
{
    FullTime = 1,
    PartTime = 2,
    Correspondence = 3,
}

public enum Funding
{
    Budget = 1,
    Contract = 2,
    Target = 3,
}

public enum EnrolmentStatus
{
    Studying = 1,
    AcademicLeave = 2,
    Graduate = 3,
    Expelled = 4,
}
