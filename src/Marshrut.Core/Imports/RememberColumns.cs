using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>Keeps what was decided about the columns of a written import for the organisation's next file, and forgets what was taken back.</summary>
internal static class RememberColumns
{
    /// <summary>Adds to the context; the caller saves.</summary>
    public static async Task Remember(MarshrutDb db, RawSheet sheet, ColumnMapping decided, Func<long> nextId, CancellationToken cancel)
    {
        var headers = HeaderRecognition.Read(sheet.Header, RegisterFields.All, ColumnMapping.Empty).Columns.Select(column => column.MappingKey).ToArray();
        var known = await db.RememberedColumns.Where(row => headers.Contains(row.Header)).ToDictionaryAsync(row => row.Header, cancel);
        db.RememberedColumns.RemoveRange(known.Values.Where(row => !decided.Fields.ContainsKey(row.Header)));
        foreach (var (header, key) in decided.Fields)
        {
            if (known.TryGetValue(header, out var row))
            {
                row.FieldKey = key;
            }
            else
            {
                db.RememberedColumns.Add(new RememberedColumn { Id = nextId(), OrganizationId = db.Scope.OrganizationId, Header = header, FieldKey = key });
            }
        }
    }
}
