using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Planning;

/// <summary>
/// Rejected rows that name nobody exactly, for the very cell that would name them cannot be read. Their people are not missing from the file (R4), so
/// each row answers for the one enrolment that agrees with all it does say. Nothing is written by this: it only counts.
/// </summary>
internal sealed class RejectedRows
{
    private readonly List<RowIdentity> rows = [];

    public void Add(RowIdentity row)
    {
        // A number or a surname at least: a birth date alone is anybody's.
        if (row.LastName is not null)
        {
            rows.Add(row);
        }
    }

    /// <summary>How many stored enrolments that no other row has claimed these rows are about.</summary>
    public async Task<int> Count(KnownRegister known, RegisterMatching matching, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var wanted = rows.Select(SurnameOf).ToHashSet(StringComparer.Ordinal);
        var stored = new Dictionary<string, List<StoredName>>(StringComparer.Ordinal);
        var all = known.Enrolments
            .Join(
                known.People,
                enrolment => enrolment.PersonId,
                person => person.Id,
                (enrolment, person) => new StoredName(enrolment.Id, enrolment.ProgrammeCode, enrolment.ExternalId, person.SortName, person.BirthDate, person.Snils))
            .AsAsyncEnumerable();
        await foreach (var row in all.WithCancellation(cancel))
        {
            var surname = RegisterMatching.LastNameOf(row.SortName);
            if (wanted.Contains(surname) && !matching.IsClaimed(row.EnrolmentId))
            {
                (stored.TryGetValue(surname, out var list) ? list : stored[surname] = []).Add(row);
            }
        }

        return rows.Count(row => stored.TryGetValue(SurnameOf(row), out var list)
            && list.FindIndex(name => Agrees(row, name)) is >= 0 and var at
            && Take(list, at));
    }

    private static bool Take(List<StoredName> list, int at)
    {
        list.RemoveAt(at);
        return true;
    }

    private static string SurnameOf(RowIdentity row) => RegisterMatching.LastNameOf(NameText.Normalize(row.LastName));

    private static bool Agrees(RowIdentity row, StoredName stored) =>
        (row.ExternalId is null || stored.ExternalId.Length == 0)
        && (row.ProgrammeCode is null || row.ProgrammeCode == stored.ProgrammeCode)
        && (row.BirthDate is null || row.BirthDate == stored.BirthDate)
        && (row.Snils is null || stored.Snils is null || row.Snils == stored.Snils)
        && stored.SortName.StartsWith(NameText.Normalize($"{row.LastName} {row.FirstName}"), StringComparison.Ordinal);

    private readonly record struct StoredName(long EnrolmentId, string ProgrammeCode, string ExternalId, string SortName, DateOnly BirthDate, string? Snils);
}
