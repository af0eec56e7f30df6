namespace Marshrut.Core.Platform.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Settings <c>Database:*</c>.</summary>
public sealed record DatabaseOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>For SQLite: default is <c>marshrut.db</c> under <c>Storage:Path</c>.</summary>
    public string? ConnectionString { get; init; }
}
