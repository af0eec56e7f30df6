using System.Text.Json;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;

namespace Marshrut.Core.Imports;

/// <summary>An import is applied in one transaction (R37), so what can be left is one that waits for a job that nobody keeps.</summary>
public sealed class CheckWaitingImports(DatabaseAccess database, JobStore jobs) : IInstallationCheck
{
    public async Task<Finding> Look(CancellationToken cancel)
    {
        var kept = (await jobs.Unfinished(cancel)).Where(run => run.Kind == ApplyImportWork.Name)
            .Select(run => JsonSerializer.Deserialize<ApplyImportOrder>(run.Arguments, JsonSerializerOptions.Web)!.Import).ToHashSet();
        var forgotten = (await Unapplied(cancel)).Where(import => !kept.Contains(import)).ToList();
        return forgotten.Count == 0
            ? new Finding("imports", FindingLevel.Sound, "Незаконченных загрузок нет.")
            : new Finding("import-forgotten", FindingLevel.Problem,
                $"Загрузки ждут записи, но работы для них нет, номера: {string.Join(", ", forgotten.Take(20))}. Откройте их на странице «Импорт» и запишите снова.");
    }

    /// <summary>Of all organisations at once, so beside the context and its filter; ids alone.</summary>
    private async Task<List<long>> Unapplied(CancellationToken cancel)
    {
        await using var connection = database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"SELECT id FROM imports WHERE state = {(int)ImportState.Queued} OR (state = {(int)ImportState.Applied} AND applied_at IS NULL) ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<long>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(reader.GetInt64(0));
        }

        return rows;
    }
}
