namespace Marshrut.Core.Register.Lists;

/// <summary>Which page of a list: by the enrolment that stands right before or right after it. Ids only: names never go into an address.</summary>
public sealed record EnrolmentPlace(EnrolmentOrder Order, long? After = null, long? Before = null, int Size = ListEnrolments.PageSize);

/// <summary>A page of a list.</summary>
/// <param name="Count">Exact up to <see cref="ListEnrolments.CountLimit"/>; above it, one more than the limit (R49).</param>
public sealed record EnrolmentPage(IReadOnlyList<EnrolmentRow> Rows, int Count, bool HasPrevious, bool HasNext)
{
    public bool IsMore => Count > ListEnrolments.CountLimit;
}
