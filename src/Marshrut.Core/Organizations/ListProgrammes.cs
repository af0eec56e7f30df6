using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <param name="ValidTo">The last day of the code; null: it is in force.</param>
/// <param name="SuccessorCode">What replaced it.</param>
public sealed record ProgrammeRow(string Code, string Name, DateOnly? ValidTo, string? SuccessorCode);

/// <param name="Next">For <c>after</c> of the next page; null: this is the last.</param>
public sealed record ProgrammePage(IReadOnlyList<ProgrammeRow> Rows, int Total, string? Next);

/// <summary>The directory of programmes by code. Some thousands of lines; names are stored normalised, so the database looks for a part of one.</summary>
public sealed class ListProgrammes(MarshrutDb db) : IUseCase
{
    public const int PageSize = 50;

    /// <param name="text">The beginning of a code or a part of a name, in any case, ё = е.</param>
    /// <param name="after">Code of the last row of the page before; null: the first page.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<ProgrammePage> List(string? text, string? after, CancellationToken cancel)
    {
        var part = NameText.Normalize(text);
        var found = db.Programmes.AsNoTracking().Where(row => part == "" || row.Code.StartsWith(part) || row.SearchName.Contains(part));
        var rows = await found.Where(row => after == null || string.Compare(row.Code, after) > 0)
            .OrderBy(row => row.Code)
            .Take(PageSize + 1)
            .Select(row => new ProgrammeRow(row.Code, row.Name, row.ValidTo, row.SuccessorCode))
            .ToListAsync(cancel);
        return new ProgrammePage([.. rows.Take(PageSize)], await found.CountAsync(cancel), rows.Count > PageSize ? rows[PageSize - 1].Code : null);
    }
}
