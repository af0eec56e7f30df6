namespace Marshrut.Core.Register.Lists;

/// <summary>The place of one enrolment in a list.</summary>
internal sealed record LineKey(int Priority, int OrderYear, string SortName, string ExternalId, long EnrolmentId)
{
    /// <summary>Below zero: this one stands before the other. The order of the database (R22), for lists that are scanned here.</summary>
    public int CompareTo(LineKey other, EnrolmentOrder order)
    {
        var first = order == EnrolmentOrder.Name ? 0
            : Priority != other.Priority ? other.Priority.CompareTo(Priority)
            : OrderYear.CompareTo(other.OrderYear);
        return first != 0 ? first
            : string.CompareOrdinal(SortName, other.SortName) is var name and not 0 ? name
            : string.CompareOrdinal(ExternalId, other.ExternalId) is var number and not 0 ? number
            : EnrolmentId.CompareTo(other.EnrolmentId);
    }
}
