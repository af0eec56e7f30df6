using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <param name="Text">A part of the name or of the code, in any case, ё = е.</param>
/// <param name="After">Code of the last row of the page before; null: the first page.</param>
/// <param name="Only">Ids to narrow the list to; null: all.</param>
public sealed record OrganizationFilter(string? Text, OrganizationKind? Kind, string? RegionCode, string? After, IReadOnlySet<long>? Only = null);

public sealed record OrganizationRow(long Id, string Code, string Name, OrganizationKind Kind, string RegionCode);

/// <param name="Total">How many there are by these conditions.</param>
/// <param name="Next">For <see cref="OrganizationFilter.After"/> of the next page; null: this is the last.</param>
public sealed record OrganizationPage(IReadOnlyList<OrganizationRow> Rows, int Total, string? Next);

/// <summary>
/// Organisations of the installation by name. Some thousands at most, and SQLite folds no Cyrillic: all names are read and compared here.
/// </summary>
public sealed class ListOrganizations(MarshrutDb db) : IUseCase
{
    public const int PageSize = 50;

    public async Task<OrganizationPage> List(OrganizationFilter filter, CancellationToken cancel)
    {
        var rows = await db.Organizations.AsNoTracking()
            .Where(row => (filter.Kind == null || row.Kind == filter.Kind) && (filter.RegionCode == null || row.RegionCode == filter.RegionCode))
            .Select(row => new OrganizationRow(row.Id, row.Code, row.Name, row.Kind, row.RegionCode))
            .ToListAsync(cancel);
        var text = NameText.Normalize(filter.Text);
        var found = rows
            .Where(row => filter.Only?.Contains(row.Id) != false)
            .Where(row => text.Length == 0 || NameText.Normalize(row.Name).Contains(text, StringComparison.Ordinal) || NameText.Normalize(row.Code).Contains(text, StringComparison.Ordinal))
            .OrderBy(row => NameText.Normalize(row.Name), StringComparer.Ordinal)
            .ThenBy(row => row.Code, StringComparer.Ordinal)
            .ToList();
        var start = filter.After is null ? 0 : found.FindIndex(row => row.Code == filter.After) + 1;
        var page = found.Skip(start).Take(PageSize).ToList();
        return new OrganizationPage(
            page,
            found.Count,
            start + page.Count < found.Count ? page[^1].Code : null);
    }
}
