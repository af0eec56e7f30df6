using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Encryption;

/// <summary>
/// Every sealed block that stands anywhere in a database, found as a thief would: all columns of all tables as the database itself knows them, nothing asked
/// of the model.
/// </summary>
internal static partial class RawBlocks
{
    /// <returns>«table.column» and the number of the key, with how many blocks there are.</returns>
    public static async Task<Dictionary<(string Column, uint Key), int>> Of(TestDatabase database)
    {
        await using var connection = database.Services.GetRequiredService<DatabaseAccess>().Open();
        var tables = new List<string>();
        await using (var names = connection.CreateCommand())
        {
            names.CommandText = database.Provider == DatabaseProvider.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                : "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
            await using var reader = await names.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var found = new Dictionary<(string, uint), int>();
        foreach (var table in tables)
        {
            await using var rows = connection.CreateCommand();
            rows.CommandText = $"SELECT * FROM {table}";
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    foreach (var block in Blocks(reader.GetValue(i)))
                    {
                        var place = ($"{table.Trim('"')}.{reader.GetName(i)}", BitConverter.ToUInt32(block, 1));
                        found[place] = found.GetValueOrDefault(place) + 1;
                    }
                }
            }
        }

        return found;
    }

    private static IEnumerable<byte[]> Blocks(object value) => (value switch
    {
        byte[] bytes => [bytes],
        string text => Runs().Matches(text).Where(run => run.Length % 4 == 0).Select(run => Convert.FromBase64String(run.Value)),
        _ => Enumerable.Empty<byte[]>(),
    }).Where(bytes => bytes.Length >= Sealer.Overhead && bytes[0] == 1 && BitConverter.ToUInt32(bytes, 1) is > 0 and < 100);

    [GeneratedRegex("[A-Za-z0-9+/]{44,}={0,2}")]
    private static partial Regex Runs();
}
