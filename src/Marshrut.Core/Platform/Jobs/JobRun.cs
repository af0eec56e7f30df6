namespace Marshrut.Core.Platform.Jobs;

/// <summary>One run of background work as the store keeps it. It carries ids and codes only, never personal data.</summary>
public sealed record JobRun
{
    public required long Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Kind and whose: two runs with one key never go at once.</summary>
    public required string Key { get; init; }

    public long? OrganizationId { get; init; }

    public string? RegionCode { get; init; }

    /// <summary>The right of whoever asked (DOMAIN §3), kept so that the work sees what they saw.</summary>
    public bool MayHandleRestricted { get; init; }

    /// <summary>JSON of ids and codes.</summary>
    public required string Arguments { get; init; }

    /// <summary>The actor of <see cref="Tenancy.ActingScope.Actor"/>: <c>user:12</c>, <c>system:cli</c>.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Run by a command that waits for it: nobody takes it up when the command dies.</summary>
    public bool Foreground { get; init; }

    public required JobState State { get; init; }

    /// <summary>How many times it was begun.</summary>
    public int Attempts { get; init; }

    public long Done { get; init; }

    public long Total { get; init; }

    public string Phase { get; init; } = "";

    /// <summary>What came of it, in Russian.</summary>
    public string Message { get; init; } = "";

    public bool StopRequested { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? HeartbeatAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    /// <summary>Whether the acting place may see and stop it: its own organisation or region, or the installation, which sees all.</summary>
    internal bool IsOf(Tenancy.ActingScope scope) => scope.HasOrganization
        ? OrganizationId == scope.OrganizationId
        : scope.RegionCode is not { } region || (OrganizationId is null && RegionCode == region);

    public bool IsFinished => State is JobState.Done or JobState.Failed or JobState.Stopped;

    /// <summary>How long it will still take if it goes on as it went; null while nothing can be said.</summary>
    public TimeSpan? TimeLeft(DateTime now) =>
        State == JobState.Running && StartedAt is { } started && Done > 0 && Total > Done && now > started ? (now - started) * (Total - Done) / Done : null;

    /// <summary>Whole per cent, or null while the total is not known.</summary>
    public int? Percent => Total > 0 ? (int)Math.Clamp(Done * 100 / Total, 0, 100) : null;
}
