namespace Marshrut.Core.Notifications;

/// <summary>Where a letter stands. Values are stored.</summary>
public enum LetterState
{
    Waiting = 1,
    Sent = 2,

    /// <summary>Tried often enough; somebody has to look.</summary>
    GivenUp = 3,
}

/// <summary>
/// A letter: to one of the staff, with counts and a link and no person, or to a person with a one-time link of their own. It is sent once: a try is written down
/// before it is made.
/// </summary>
public sealed class Letter
{
    /// <summary>Where in the text the one-time link is put in at the moment of sending: it lies nowhere before.</summary>
    public const string LinkPlace = "{ссылка}";

    public required long Id { get; init; }

    /// <summary>To whom of the staff; null: to a person.</summary>
    public long? UserId { get; init; }

    /// <summary>What the one-time link opens; null: the letter has none.</summary>
    public long? LinkOf { get; init; }

    /// <summary>Which link to it.</summary>
    public int LinkNumber { get; init; }

    /// <summary>The address at the time of writing.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required DateTime CreatedAt { get; init; }

    public LetterState State { get; private set; } = LetterState.Waiting;

    public int Attempts { get; private set; }

    /// <summary>Not before.</summary>
    public required DateTime NextAt { get; set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>A second node that takes the same letter finds it changed.</summary>
    public int Version { get; private set; }

    /// <summary>Writes the try down: should the program end in the middle of it, the letter waits out its pause before the next.</summary>
    public void Try(DateTime now)
    {
        NextAt = now + LetterPauses.After(++Attempts);
        Version++;
    }

    public void Sent(DateTime at)
    {
        (State, SentAt) = (LetterState.Sent, at);
        Version++;
    }

    /// <returns>True: that was the last try.</returns>
    public bool Failed()
    {
        Version++;
        if (Attempts < LetterPauses.Most)
        {
            return false;
        }

        State = LetterState.GivenUp;
        return true;
    }
}

/// <summary>How long a letter waits for its next try.</summary>
public static class LetterPauses
{
    private static readonly TimeSpan[] pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    /// <summary>So many tries, then it is given up.</summary>
    public static int Most => pauses.Length;

    /// <param name="attempts">From 1.</param>
    public static TimeSpan After(int attempts) => pauses[Math.Min(attempts, pauses.Length) - 1];
}
