namespace Marshrut.Rules.Risk;

/// <summary>
/// Words of stored evidence by the version they were stored with (R44). A version is never edited: better words come as a new one, and
/// old assessments keep theirs.
/// </summary>
public static class EvidenceTexts
{
    /// <summary>The version that new assessments are stored with.</summary>
    public const byte Current = 1;

    /// <summary>
    /// The sentence of one characteristic, with a full stop. <paramref name="field"/> matters only to characteristic 1. Throws
    /// <see cref="ArgumentOutOfRangeException"/> for a version that was never issued.
    /// </summary>
    public static string Sentence(byte version, int number, CharacteristicState state, StateEvidence evidence, in FieldEmployment field) => version switch
    {
        1 => EvidenceTextsV1.Sentence(number, state, evidence, field),
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "No such version of evidence texts."),
    };

    /// <summary>Where the evidence of a state came from; a missing record rests on all the records.</summary>
    public static string Source(StateEvidence evidence) =>
        evidence.Code is EvidenceCode.NoRecordWhereKept or EvidenceCode.NoRecordCounts ? "Записи в системе" : Source(evidence.Source);

    /// <summary>Where a fact came from: «Импорт», «Внесено вручную», «Анкета», «Запись в системе», «Статистика»; empty when from nowhere.</summary>
    public static string Source(FactSource source) => source switch
    {
        FactSource.None => "",
        FactSource.Import => "Импорт",
        FactSource.Manual => "Внесено вручную",
        FactSource.Profiling => "Анкета",
        FactSource.SystemRecord => "Запись в системе",
        FactSource.Statistics => "Статистика",
        FactSource.CentreRecord => "Запись центра занятости",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "No words for this source."),
    };
}
