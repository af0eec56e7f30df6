using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>How far somebody is. Values are stored.</summary>
public enum InvitationState
{
    /// <summary>Has not opened the questionnaire.</summary>
    Silent = 1,

    /// <summary>Answers, and has not sent the answers yet.</summary>
    Opened = 2,

    Answered = 3,
}

/// <summary>One person asked by a campaign. The link and the code that open it are made from its number and stand nowhere (PersonalLinks).</summary>
public sealed class Invitation : IOwned
{
    /// <summary>Wrong birth dates after which a code rests.</summary>
    public const int MostTries = 5;

    /// <summary>New links that a person may ask for in a day.</summary>
    public const int MostAsked = 3;

    public static TimeSpan Rest { get; } = TimeSpan.FromMinutes(15);

    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long CampaignId { get; init; }

    public required long PersonId { get; init; }

    /// <summary>The study that facts of the study hang on (R42).</summary>
    public required long EnrolmentId { get; init; }

    /// <summary>By which a typed code is found.</summary>
    public required byte[] CodeHash { get; init; }

    public InvitationState State { get; private set; } = InvitationState.Silent;

    /// <summary>Number of the latest link; 0: none was sent.</summary>
    public int Link { get; private set; }

    /// <summary>Number of the latest link that has been pressed; it and those before it open nothing any more.</summary>
    public int Pressed { get; private set; }

    /// <summary>Letters so far.</summary>
    public int Letters { get; private set; }

    public DateTime? LastLetterAt { get; private set; }

    /// <summary>New links asked for since <see cref="AskedOn"/> began.</summary>
    public int Asked { get; private set; }

    public DateOnly? AskedOn { get; private set; }

    /// <summary>Does not want letters of this campaign.</summary>
    public bool NoLetters { get; set; }

    public int WrongTries { get; private set; }

    public DateTime? RestsUntil { get; private set; }

    /// <summary>When the person agreed that the answers being given are taken down; null: has not, or has sent them.</summary>
    public DateTime? AgreedAt { get; private set; }

    /// <summary>Sealed: answers that are being given.</summary>
    public byte[]? Draft { get; private set; }

    public long? ResponseId { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>A new link goes out; one that lies in an earlier letter and was not pressed opens too.</summary>
    public void Mailed(DateTime at, bool byAsking, DateOnly today)
    {
        Link++;
        (Letters, LastLetterAt) = (Letters + 1, at);
        if (byAsking)
        {
            (Asked, AskedOn) = (AskedOn == today ? Asked + 1 : 1, today);
        }
    }

    public bool MayAskOn(DateOnly today) => AskedOn != today || Asked < MostAsked;

    /// <summary>Has this link not been pressed, nor a later one?</summary>
    public bool IsFresh(int number) => number > Pressed && number <= Link;

    /// <returns>False: it has been used, or a later one was.</returns>
    public bool UseLink(int number)
    {
        if (!IsFresh(number))
        {
            return false;
        }

        Pressed = number;
        Open();
        return true;
    }

    public bool RestsAt(DateTime now) => RestsUntil > now;

    public void TriedWrong(DateTime now)
    {
        if (++WrongTries >= MostTries)
        {
            (WrongTries, RestsUntil) = (0, now + Rest);
        }
    }

    public void TriedRight()
    {
        (WrongTries, RestsUntil) = (0, null);
        Open();
    }

    public void Agreed(DateTime at, byte[] draft)
    {
        (AgreedAt, Draft) = (AgreedAt ?? at, draft);
        Open();
    }

    public void Keep(byte[] draft) => Draft = draft;

    /// <summary>Answered: by the person, or by a specialist who asked.</summary>
    public void Answered(long responseId, DateTime at) => (State, ResponseId, AnsweredAt, AgreedAt, Draft) = (InvitationState.Answered, responseId, at, null, null);

    private void Open() => State = State == InvitationState.Silent ? InvitationState.Opened : State;
}
