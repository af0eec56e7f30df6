using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>One study of one person as rules see it.</summary>
internal sealed class GroupMember(MemberRow row, MemberSurroundings around)
{
    private PersonFacts? personFacts;
    private EnrolmentFacts? enrolmentFacts;
    private AssessmentBlock? block;
    private RouteStage? stage;

    public MemberRow Row => row;

    public RouteStage Stage => stage ??= row.Study.StageOn(around.Today);

    public IReadOnlyCollection<string> OpenRequests => around.OpenRequests.GetValueOrDefault(row.PersonId) ?? [];

    /// <summary>What a field says of this person.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    public RuleValue Of(string field) => row.Study.Of(field, around.Today) ?? field switch
    {
        RuleFields.Level => RuleValue.Of(StudyRow.Those(
            ("high", row.IsHigh == true), ("not-high", row.IsHigh == false), ("preliminary", row is { IsHigh: false, Complete: false }), ("none", row.IsHigh is null))),
        RuleFields.Decision => RuleValue.Of(row.Decision is { } decision ? RuleFields.CodeOf(decision) : null),
        RuleFields.Priority => RuleValue.Of(row.IsHigh == true ? row.Priority : null),
        RuleFields.Present => Characteristics is { } found ? RuleValue.Of(found.Present, found.Unknown) : RuleValue.Unknown,
        RuleFields.NotKnown => Characteristics is { } asked ? RuleValue.Of(asked.Unknown) : RuleValue.Unknown,
        RuleFields.RequestOpen => RuleValue.Of(OpenRequests),
        RuleFields.RequestMet => RuleValue.Of(around.MetRequests.GetValueOrDefault(row.PersonId) ?? []),
        RuleFields.Handed => RuleValue.Of(RuleFields.CodeOf(around.Handed.GetValueOrDefault(row.PersonId, HandedChoice.Never))),
        _ when RuleFields.FactOf(field) is { } fact => Fact(fact),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private RuleValue Fact(FactCode fact)
    {
        personFacts ??= around.Sealer.OpenPersonFacts(row.PersonFacts!, row.PersonId);
        enrolmentFacts ??= around.Sealer.OpenEnrolmentFacts(row.EnrolmentFacts!, row.EnrolmentId);
        var entry = fact.IsOfPerson ? personFacts.Value.Resolve(fact, around.Today) : enrolmentFacts.Value.Resolve(fact, around.Today);
        return StudyRow.OfFact(entry);
    }

    /// <summary>Codes of characteristics that a list may tell of; null: was never assessed.</summary>
    private (IReadOnlyCollection<string> Present, IReadOnlyCollection<string> Unknown)? Characteristics
    {
        get
        {
            if (row is not { AssessmentId: { } id, Block: { } sealedBlock })
            {
                return null;
            }

            var opened = block ??= around.Sealer.OpenAssessment(sealedBlock, id);
            return (Codes(CharacteristicState.Present), Codes(CharacteristicState.Unknown));

            string[] Codes(CharacteristicState state) =>
            [
                .. Rules.Risk.Characteristics.Federal
                    .Where(one => one.IsTagInLists && (opened.Enabled & one.Bit) != 0 && opened.Found.StateOf(one.Number) == state)
                    .Select(one => one.Code),
            ];
        }
    }
}

/// <summary>What the database gives of one study for rules; what no rule needs is null.</summary>
internal sealed class MemberRow
{
    public required long EnrolmentId { get; init; }

    public required long PersonId { get; init; }

    public required string SortName { get; init; }

    public required StudyRow Study { get; init; }

    public byte[]? PersonFacts { get; init; }

    public byte[]? EnrolmentFacts { get; init; }

    public long? AssessmentId { get; init; }

    public bool? IsHigh { get; init; }

    public bool? Complete { get; init; }

    public int? Priority { get; init; }

    public AssessmentStatus? Decision { get; init; }

    public byte[]? Block { get; init; }
}

/// <summary>What is read once for all people of a run.</summary>
/// <param name="OpenRequests">Person → types of requests that are not closed.</param>
/// <param name="MetRequests">Person → types of requests that were met.</param>
/// <param name="Handed">Person → how the latest hand-over stands; who is not in it was never handed over.</param>
internal sealed record MemberSurroundings(
    Sealer Sealer, DateOnly Today, IReadOnlyDictionary<long, HashSet<string>> OpenRequests, IReadOnlyDictionary<long, HashSet<string>> MetRequests, IReadOnlyDictionary<long, HandedChoice> Handed);
