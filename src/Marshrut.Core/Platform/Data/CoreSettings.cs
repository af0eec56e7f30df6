using Microsoft.Extensions.Configuration;

namespace Marshrut.Core.Platform.Data;

/// <summary>Settings that the core reads, resolved once (DESIGN §7).</summary>
public sealed record CoreSettings(DatabaseOptions Database, string StoragePath, string KeysPath, bool AnyoneHoldsRestrictedFacts)
{
    /// <exception cref="FormatException">A setting has a value that it cannot have; the message names it, in Russian.</exception>
    public static CoreSettings From(IConfiguration configuration)
    {
        var storage = Path.GetFullPath(configuration["Storage:Path"] is { Length: > 0 } path ? path : "./data");
        var providerText = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(providerText, ignoreCase: true, out var provider))
        {
            throw new FormatException($"Database:Provider = «{providerText}». Напишите Sqlite или Postgres.");
        }

        var connection = configuration["Database:ConnectionString"];
        if (provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(connection))
        {
            throw new FormatException("Для PostgreSQL задайте Database:ConnectionString.");
        }

        var restricted = configuration["Privacy:RestrictedFactsFrom"] ?? "EmploymentCentre";
        if (restricted is not ("EmploymentCentre" or "Any"))
        {
            throw new FormatException($"Privacy:RestrictedFactsFrom = «{restricted}». Напишите EmploymentCentre или Any.");
        }

        return new CoreSettings(
            new DatabaseOptions { Provider = provider, ConnectionString = connection },
            storage,
            configuration["Keys:Path"] is { Length: > 0 } keys ? Path.GetFullPath(keys) : Path.Combine(storage, "keys"),
            restricted == "Any");
    }
}
