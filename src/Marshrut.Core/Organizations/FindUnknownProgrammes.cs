using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <summary>Which of these codes the directory does not know: pages mark them «нет в справочнике» (R6).</summary>
public sealed class FindUnknownProgrammes(MarshrutDb db) : IUseCase
{
    /// <summary>What pages write beside such a code.</summary>
    public const string Mark = "нет в справочнике";

    public async Task<IReadOnlySet<string>> Find(IEnumerable<string> codes, CancellationToken cancel)
    {
        var asked = codes.Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (asked.Count > 0)
        {
            asked.ExceptWith(await db.Programmes.Where(row => asked.Contains(row.Code)).Select(row => row.Code).ToListAsync(cancel));
        }

        return asked;
    }
}
