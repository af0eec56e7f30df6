using Microsoft.Extensions.Configuration;

namespace Marshrut.Core.Platform.Data;

/// <summary>Settings that the core reads, resolved once (DESIGN §7).</summary>
public sealed record CoreSettings(DatabaseOptions Database, string StoragePath, string KeysPath, bool AnyoneHoldsRestrictedFacts)
{
    /// <summary>How many years lines of the journal are kept (DOMAIN §13).</summary>
    public int AuditKeepYears { get; init; } = 3;

    /// <summary>How letters go out.</summary>
    public MailSettings Mail { get; init; } = MailSettings.Default;

    /// <summary>Less free space than this is worth the operator's attention.</summary>
    public long LittleSpace { get; init; } = 500L * 1024 * 1024;

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

        var keepText = configuration["Audit:KeepYears"] ?? "3";
        if (!int.TryParse(keepText, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var keepYears) || keepYears is < 1 or > 100)
        {
            throw new FormatException($"Audit:KeepYears = «{keepText}». Напишите целое число лет, от 1 до 100.");
        }

        return new CoreSettings(
            new DatabaseOptions { Provider = provider, ConnectionString = connection },
            storage,
            configuration["Keys:Path"] is { Length: > 0 } keys ? Path.GetFullPath(keys) : Path.Combine(storage, "keys"),
            restricted == "Any")
        {
            AuditKeepYears = keepYears,
            Mail = MailSettings.Read(configuration),
        };
    }
}
