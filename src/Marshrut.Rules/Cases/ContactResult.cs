using Marshrut.Rules.Calendar;

namespace Marshrut.Rules.Cases;

/// <summary>How a curator tried to reach somebody. Values are stored.</summary>
public enum ContactWay
{
    Call = 1,
    Message = 2,
    Email = 3,
    Visit = 4,

    /// <summary>With the employer, on how the person settles in.</summary>
    Employer = 5,
}

/// <summary>What came of an attempt. Values are stored.</summary>
public enum ContactResult
{
    Spoke = 1,
    NoAnswer = 2,
    WrongNumber = 3,
    CallLater = 4,
    Refuses = 5,
    Works = 6,
}

/// <summary>What follows from the result of an attempt.</summary>
public static class ContactResults
{
    /// <summary>«Связь потеряна» is possible after so many attempts in a row without an answer, unless the centre says otherwise (DOMAIN §9).</summary>
    public const int LostAfter = 3;

    /// <summary>After a talk the next one is proposed in so many days, unless something nearer was agreed.</summary>
    private const int DaysAfterTalk = 14;

    extension(ContactResult result)
    {
        /// <summary>The person answered, whatever the answer was.</summary>
        public bool IsReached => result is not (ContactResult.NoAnswer or ContactResult.WrongNumber);

        /// <summary>When to try again, if nothing was agreed; null: there is nobody to call until something is found out.</summary>
        public DateOnly? Next(DateOnly today) => result switch
        {
            ContactResult.NoAnswer or ContactResult.CallLater => WorkingDays.Russia.AddWorkingDays(today, 1).Day,
            ContactResult.WrongNumber => null,
            _ => WorkingDays.Russia.AddWorkingDays(today.AddDays(DaysAfterTalk - 1), 1).Day,
        };
    }
}
