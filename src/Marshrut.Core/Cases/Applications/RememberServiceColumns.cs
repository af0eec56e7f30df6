using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <summary>Says what the columns of a file of ЕЦП are; remembered for the centre's next file.</summary>
public sealed class RememberServiceColumns(MarshrutDb db) : IUseCase
{
    /// <summary>Stands before a remembered header: a register may have a column of the same name with another meaning.</summary>
    internal const string Mark = "ецп: ";

    /// <param name="chosen">Mapping key of a column → field key; '' = not loaded.</param>
    /// <param name="cancel">Leaves what was remembered.</param>
    /// <exception cref="RuleViolation"><c>field-twice</c>: two columns were given one meaning.</exception>
    public async Task Remember(IReadOnlyDictionary<string, string> chosen, CancellationToken cancel)
    {
        var wanted = chosen.Where(pair => pair.Value.Length == 0 || ServiceFileColumns.All.Find(pair.Value) is not null).ToDictionary(pair => Mark + pair.Key, pair => pair.Value);
        if (wanted.Values.Where(key => key.Length > 0).GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new RuleViolation("field-twice", $"Несколько столбцов выбраны как {TableMessages.Quote(ServiceFileColumns.All.Find(twice.Key)!.Header)}. Оставьте один.");
        }

        var headers = wanted.Keys.ToList();
        var known = await db.RememberedColumns.Where(row => headers.Contains(row.Header)).ToDictionaryAsync(row => row.Header, cancel);
        foreach (var (header, key) in wanted)
        {
            if (known.TryGetValue(header, out var row))
            {
                row.FieldKey = key;
            }
            else
            {
                db.RememberedColumns.Add(new RememberedColumn { Id = db.Ids.Take(), OrganizationId = db.Scope.OrganizationId, Header = header, FieldKey = key });
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
