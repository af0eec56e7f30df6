using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marshrut.Core.Platform.Data;

/// <summary>SQLite gives DateTime back as Unspecified and Npgsql takes only UTC: everything in the database is UTC, said once here.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
