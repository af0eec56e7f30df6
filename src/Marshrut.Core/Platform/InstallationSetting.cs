namespace Marshrut.Core.Platform;

/// <summary>What an installation must remember of itself (the id of its key ring), one row each.</summary>
public sealed class InstallationSetting
{
    public required string Key { get; init; }

    public required string Value { get; set; }
}
