using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>A questionnaire asked of a part of the people within a period (DOMAIN §6). Whom it asks is fixed by its invitations.</summary>
public sealed class Campaign : IOwned
{
    /// <summary>After so many reminders nobody is written to any more.</summary>
    public const int MostReminders = 3;

    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required string Title { get; set; }

    /// <summary>Code of the questionnaire.</summary>
    public required string Questionnaire { get; init; }

    public required int QuestionnaireVersion { get; init; }

    /// <summary>Code of the client group; null: everybody at the stage.</summary>
    public required string? Group { get; init; }

    /// <summary>Code of the stage; null: any.</summary>
    public required string? Stage { get; init; }

    /// <summary>Whom it asks, in words.</summary>
    public required string Audience { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <summary>No letter from this hour on.</summary>
    public required int QuietFrom { get; set; }

    /// <summary>No letter before this hour.</summary>
    public required int QuietTo { get; set; }

    /// <summary>Days between reminders; 0: none are sent.</summary>
    public required int ReminderDays { get; set; }

    /// <summary>Where people open the site; null: letters do not go.</summary>
    public required string? SiteAddress { get; init; }

    /// <summary>By which the code on the wall is found.</summary>
    public required byte[] WallHash { get; init; }

    public required DateTime StartedAt { get; init; }

    public required string Actor { get; init; }

    /// <summary>Ended before its last day.</summary>
    public DateTime? StoppedAt { get; set; }

    public int Version { get; set; }

    public bool IsOpenOn(DateOnly day) => StoppedAt is null && StartsOn <= day && day <= EndsOn;

    /// <summary>May letters go at this hour?</summary>
    public bool IsQuietAt(int hour) => QuietFrom == QuietTo ? false : QuietFrom < QuietTo ? hour >= QuietFrom && hour < QuietTo : hour >= QuietFrom || hour < QuietTo;
}
