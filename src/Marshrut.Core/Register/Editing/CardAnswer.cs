using Marshrut.Core.People;

namespace Marshrut.Core.Register.Editing;

/// <summary>What became of a form: written, or what stands against it.</summary>
/// <param name="EnrolmentId">Set when it was written: the study to show.</param>
/// <param name="Problems">Field key → sentence.</param>
/// <param name="Conflict">Somebody changed the card meanwhile.</param>
/// <param name="LookAlikes">People of the register who may be the same; a second press, knowing them, writes all the same.</param>
public sealed record CardAnswer(
    long? EnrolmentId, IReadOnlyDictionary<string, string> Problems, OtherChange? Conflict, IReadOnlyList<LookAlike> LookAlikes)
{
    private static readonly Dictionary<string, string> NoProblems = [];

    public bool IsWritten => EnrolmentId is not null;

    internal static CardAnswer Written(long enrolmentId) => new(enrolmentId, NoProblems, null, []);

    internal static CardAnswer Refused(IReadOnlyDictionary<string, string> problems) => new(null, problems, null, []);

    internal static CardAnswer Refused(string field, string sentence) => Refused(new Dictionary<string, string> { [field] = sentence });

    internal static CardAnswer Changed(OtherChange conflict) => new(null, NoProblems, conflict, []);

    internal static CardAnswer Similar(IReadOnlyList<LookAlike> people) => new(null, NoProblems, null, people);
}

/// <summary>What somebody else wrote while a form was being filled in.</summary>
/// <param name="By">Who; empty: the program.</param>
/// <param name="What">«Телефон: +7… → +7…», one a field; special and restricted facts without value and kind.</param>
/// <param name="Now">The card as it is now: sent again with it, the form is written over the change knowingly.</param>
public sealed record OtherChange(string By, DateTime At, IReadOnlyList<string> What, SeenCard Now);

/// <summary>Somebody of the register who may be the person of the form.</summary>
/// <param name="Study">«09.02.07, группа ИС-41, выпуск 2027».</param>
public sealed record LookAlike(long PersonId, long EnrolmentId, string Name, DateOnly BirthDate, string Study, DuplicateReason Reason);
