namespace Marshrut.Rules.Cases;

/// <summary>Whom to ask how a person settles in at work. Values are stored.</summary>
public enum FollowUpWith
{
    Person = 1,
    Employer = 2,
}

/// <summary>After somebody found work, both the person and the employer are asked after one, three, six and twelve months.</summary>
public static class FollowUps
{
    private static readonly int[] months = [1, 3, 6, 12];

    extension(CaseOutcome outcome)
    {
        public bool IsWork => outcome is CaseOutcome.EmployedInField or CaseOutcome.EmployedOutOfField or CaseOutcome.SelfEmployed;

        public bool HasEmployer => outcome is CaseOutcome.EmployedInField or CaseOutcome.EmployedOutOfField;

        /// <summary>A curator may choose it: the others come by themselves.</summary>
        public bool IsChoice => outcome is not (CaseOutcome.ConsentWithdrawn or CaseOutcome.OtherCentre);
    }

    /// <param name="outcome">How the case ended.</param>
    /// <param name="on">The first day of work.</param>
    public static IEnumerable<(DateOnly DueOn, FollowUpWith With)> After(CaseOutcome outcome, DateOnly on) => outcome.IsWork
        ? months.SelectMany(month => outcome.HasEmployer
            ? new[] { (on.AddMonths(month), FollowUpWith.Person), (on.AddMonths(month), FollowUpWith.Employer) }
            : [(on.AddMonths(month), FollowUpWith.Person)])
        : [];
}
