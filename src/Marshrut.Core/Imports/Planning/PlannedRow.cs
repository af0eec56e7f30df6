namespace Marshrut.Core.Imports.Planning;

public enum RowOutcome : byte
{
    Created,
    Updated,
    Unchanged,
    Rejected,
}

/// <summary>One row of the file and what becomes of it.</summary>
internal sealed record PlannedRow(int Number, EnrolmentDraft Enrolment);

/// <summary>People who were not in the register, and their rows: nothing below in the file can take them back.</summary>
internal sealed record NewRows(IReadOnlyList<PersonDraft> People, IReadOnlyList<PlannedRow> Rows);

/// <summary>Two people who may be one, found while planning.</summary>
internal sealed record PlannedDuplicate(long FirstPersonId, long SecondPersonId, People.DuplicateReason Reason, int RowNumber);
