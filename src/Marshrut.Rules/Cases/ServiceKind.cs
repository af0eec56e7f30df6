namespace Marshrut.Rules.Cases;

/// <summary>What a person has on ЕЦП «Работа России»: an application for a service, or a trace of one (DOMAIN §2, §4). Recorded here, never replaced. Values are stored.</summary>
public enum ServiceKind
{
    JobSearch = 1,
    CareerGuidance = 2,

    /// <summary>Professional training or further education (ПО, ДПО).</summary>
    Training = 3,
    Psychology = 4,
    Adaptation = 5,
    OwnBusiness = 6,
    TemporaryWork = 7,
    Other = 8,

    Cv = 20,
    Test = 21,
    Survey = 22,
}

/// <summary>How far an application has come. Values are stored.</summary>
public enum ServiceState
{
    Filed = 1,
    InWork = 2,
    Done = 3,
    Refused = 4,
    Withdrawn = 5,
}

public static class ServiceKinds
{
    extension(ServiceKind kind)
    {
        /// <summary>Left behind by a service: it has a day and no course of its own.</summary>
        public bool IsTrace => kind >= ServiceKind.Cv;
    }
}
