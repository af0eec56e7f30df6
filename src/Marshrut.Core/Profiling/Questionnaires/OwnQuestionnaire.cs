using System.Globalization;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Profiling.Questionnaires;

/// <summary>A questionnaire of an organisation's own: what is being written now. Its published versions never change.</summary>
public sealed class OwnQuestionnaire : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    /// <summary>Of the draft.</summary>
    public required string Title { get; set; }

    /// <summary><see cref="QuestionnaireText"/>.</summary>
    public required string Draft { get; set; }

    /// <summary>How many questions the draft ever had: their codes never come back.</summary>
    public required int QuestionsMade { get; set; }

    /// <summary>Number of the latest published version; 0: none.</summary>
    public int Published { get; set; }

    /// <summary>The draft says something else than the latest version.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Not offered any more.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Grows with every change; a form that was filled in from another version is told of the change first.</summary>
    public int Version { get; set; }

    /// <summary>What responses name.</summary>
    public string Code => CodeOf(Id);

    public static string CodeOf(long id) => string.Create(CultureInfo.InvariantCulture, $"own-{id}");

    /// <summary>The id of a code; null: it is no code of an own questionnaire.</summary>
    public static long? IdOf(string? code) =>
        code?.StartsWith("own-", StringComparison.Ordinal) == true && long.TryParse(code.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>A published version of an own questionnaire, as people are asked it.</summary>
public sealed class PublishedQuestionnaire : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long QuestionnaireId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary><see cref="QuestionnaireText"/>.</summary>
    public required string Text { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required string Actor { get; init; }
}
