using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Register.Journal;

/// <summary>The conditions of an organisation's journal; null: whatever it is.</summary>
/// <param name="From">First moment, UTC.</param>
/// <param name="To">First moment no longer shown, UTC.</param>
/// <param name="UserId">Who did it.</param>
/// <param name="ByProgram">Only what commands and the program itself did.</param>
/// <param name="PersonId">Whom it was done to.</param>
public sealed record RegisterJournalFilter(DateTime? From, DateTime? To, long? UserId, bool ByProgram, RegisterTopic? Topic, long? PersonId)
{
    /// <summary>Lines of the chain of the organisation in scope that meet the conditions.</summary>
    internal IQueryable<AuditEntry> Of(MarshrutDb db)
    {
        var chain = AuditLog.ChainOf(db.Scope.OrganizationId);
        var lines = db.AuditEntries.Where(line => line.Chain == chain);
        if (From is { } from)
        {
            lines = lines.Where(line => line.At >= from);
        }

        if (To is { } to)
        {
            lines = lines.Where(line => line.At < to);
        }

        if (UserId is { } userId)
        {
            var actor = Actors.Of(userId);
            lines = lines.Where(line => line.Actor == actor);
        }

        if (ByProgram)
        {
            lines = lines.Where(line => line.Actor.StartsWith("system:"));
        }

        if (PersonId is { } personId)
        {
            lines = lines.Where(line => line.PersonId == personId);
        }

        if (Topic is not { } topic)
        {
            return lines;
        }

        var known = RegisterTopics.Actions.SelectMany(pair => pair.Value).ToArray();
        return RegisterTopics.Actions.TryGetValue(topic, out var actions)
            ? lines.Where(line => actions.Contains(line.Action))
            : lines.Where(line => !known.Contains(line.Action));
    }
}
