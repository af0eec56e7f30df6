namespace Marshrut.Rules.People;

public enum Sex
{
    Male = 1,
    Female = 2,
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
