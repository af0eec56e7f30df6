using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Methodologies;

/// <summary>Which versions a place sees and a methodologist changes.</summary>
internal static class OwnMethodologies
{
    /// <summary>The federal versions and those of the region in scope (R43).</summary>
    public static IQueryable<MethodologyVersion> VisibleMethodologies(this MarshrutDb db)
    {
        var region = db.Scope.RegionCode;
        return db.MethodologyVersions.Where(version => version.RegionCode == null || version.RegionCode == region);
    }

    /// <summary>A draft of the region in scope.</summary>
    /// <exception cref="RuleViolation">There is none (<c>methodology-unknown</c>), or it is in force already (<c>methodology-fixed</c>).</exception>
    public static async Task<MethodologyVersion> OwnDraft(this MarshrutDb db, long id, CancellationToken cancel)
    {
        var region = db.Scope.RegionCode ?? throw new RuleViolation("no-region", "Методику меняют в регионе. Выберите регион.");
        var version = await db.MethodologyVersions.SingleOrDefaultAsync(row => row.Id == id && row.RegionCode == region, cancel)
            ?? throw new RuleViolation("methodology-unknown", "Такой версии методики нет.");
        if (version.State != MethodologyState.Draft || version.UsedAt is not null)
        {
            throw new RuleViolation("methodology-fixed", $"Версия {version.Number} введена и больше не меняется: по ней объясняют уровни. Сделайте её копию и измените копию.");
        }

        return version;
    }

    /// <exception cref="RuleViolation">The parameters cannot be used; the sentence says what to write.</exception>
    public static void Check(this MethodologyParameters parameters)
    {
        if (parameters.Validate() is [var first, ..])
        {
            throw new RuleViolation("methodology-wrong", first);
        }
    }
}
