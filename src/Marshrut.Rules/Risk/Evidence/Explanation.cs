using System.Collections.Immutable;
using Marshrut.Rules.Language;

namespace Marshrut.Rules.Risk;

/// <summary>
/// An assessment in words, from its block alone (R44): the level, why, and the characteristics in groups «есть», «нет данных», «нет» and
/// «не показываем сразу». Nothing a reader may not see is in it, not even as a number to subtract (R27, R38).
/// </summary>
public sealed class Explanation
{
    private readonly AssessmentBlock _block;
    private readonly FactAccess _access;

    private Explanation(in AssessmentBlock block, FactAccess access, ImmutableArray<ExplanationLine> shown, ImmutableArray<string> hidden)
    {
        _block = block;
        _access = access;
        Present = [.. shown.Where(l => l.State == CharacteristicState.Present)];
        Absent = [.. shown.Where(l => l.State == CharacteristicState.Absent)];
        Unknown = [.. shown.Where(l => l.State == CharacteristicState.Unknown && l.Characteristic.CountsTowardsCompleteness)];
        Hidden = hidden;
    }

    /// <summary>«есть».</summary>
    public ImmutableArray<ExplanationLine> Present { get; }

    /// <summary>«нет данных»: only what completeness counts; the lack of 4, 13 and 14 is not a gap (R19, R40).</summary>
    public ImmutableArray<ExplanationLine> Unknown { get; }

    /// <summary>«нет».</summary>
    public ImmutableArray<ExplanationLine> Absent { get; }

    /// <summary>«не показываем сразу»: neutral titles without state and number.</summary>
    public ImmutableArray<string> Hidden { get; }

    /// <summary>«высокий», «невысокий», «невысокий (предварительно: нет данных по 3)» (DOMAIN §7).</summary>
    public string Level => _block.Outcome switch
    {
        { Level: RiskLevel.High } => "высокий",
        { IsPreliminary: true } preliminary =>
            $"невысокий (предварительно: нет данных по{Russian.Nbsp}{preliminary.CountedCount - preliminary.KnownCount})",
        _ => "невысокий",
    };

    /// <summary>What made the level: «Есть 3 характеристики, достаточно одной.», «Набрано 4 балла, для высокого уровня нужно 6.»</summary>
    public string Reason => _block.Rule switch
    {
        LevelRule.Any when Present.Length > 0 =>
            $"Есть {Russian.Count(Present.Length, "характеристика", "характеристики", "характеристик")}, достаточно одной.",
        LevelRule.Any when _block.Outcome.Level == RiskLevel.High => "Есть характеристика, которую не показываем сразу.",
        LevelRule.Any => "Ни одной из характеристик не найдено.",
        _ when SeesSum => $"Набрано {Points(_block.Outcome.Points)}, для высокого уровня нужно {Russian.Number(_block.Threshold)}.",
        _ => $"Для высокого уровня нужно {Points(_block.Threshold)}.",
    };

    /// <summary>
    /// «Приоритет 5: 3 за характеристики и 2 за выпускной курс.»; without the parts for a reader who could subtract from them; null at
    /// NotHigh.
    /// </summary>
    public string? Priority
    {
        get
        {
            if (_block.Outcome.Priority is not { } priority)
            {
                return null;
            }

            var parts = SeesSum ? Parts().ToArray() : [];
            return parts.Length > 1
                ? $"Приоритет {Russian.Number(priority)}: {string.Join(", ", parts[..^1])} и {parts[^1]}."
                : $"Приоритет {Russian.Number(priority)}.";
        }
    }

    private bool SeesSum => _access.HasFlag(FactAccess.Special) && (_access & (FactAccess.Restricted | FactAccess.OtherCircumstances)) != FactAccess.OtherCircumstances;

    /// <summary>Explains a block to a reader. <paramref name="added"/> are the characteristics of the organisation's supplement (R43).</summary>
    public static Explanation Of(in AssessmentBlock block, FactAccess access, params ReadOnlySpan<Characteristic> added)
    {
        var shown = ImmutableArray.CreateBuilder<ExplanationLine>();
        var hidden = ImmutableArray.CreateBuilder<string>();
        foreach (var characteristic in (ReadOnlySpan<Characteristic>)[.. Characteristics.Federal, .. added])
        {
            if ((block.Enabled & characteristic.Bit) == 0)
            {
                continue;
            }

            if (MaySee(characteristic.Sensitivity, access))
            {
                shown.Add(Line(block, characteristic));
            }
            else if (IsToldOf(characteristic.Sensitivity, access) && !hidden.Contains(characteristic.NeutralTitle))
            {
                hidden.Add(characteristic.NeutralTitle);
            }
        }

        return new(block, access, shown.ToImmutable(), hidden.ToImmutable());
    }

    /// <summary>One characteristic of a block in words, whoever reads: exports by command are complete (R15).</summary>
    public static ExplanationLine Line(in AssessmentBlock block, Characteristic characteristic)
    {
        var number = characteristic.Number;
        var found = block.Found;
        var (state, evidence) = (found.StateOf(number), found.EvidenceOf(number));
        return new(
            characteristic,
            state,
            Sentence(block, characteristic, state, evidence),
            EvidenceTexts.Source(evidence),
            evidence.Source == FactSource.SystemRecord ? evidence.Date.Day ?? block.AsOf : evidence.Date.Day,
            block.WeightOf(number));
    }

    /// <summary>An added characteristic is explained by its condition, too: the words of the day of its adoption.</summary>
    private static string Sentence(in AssessmentBlock block, Characteristic characteristic, CharacteristicState state, StateEvidence evidence)
    {
        var sentence = EvidenceTexts.Sentence(block.TemplateVersion, characteristic.Number, state, evidence, block.Field);
        return characteristic.Condition is { } condition ? $"{sentence} {condition}." : sentence;
    }

    private static bool MaySee(Sensitivity sensitivity, FactAccess access) => sensitivity switch
    {
        Sensitivity.Ordinary => true,
        Sensitivity.Special => access.HasFlag(FactAccess.Special),
        _ => access.HasFlag(FactAccess.Restricted),
    };

    private static bool IsToldOf(Sensitivity sensitivity, FactAccess access) =>
        sensitivity == Sensitivity.Special || access.HasFlag(FactAccess.OtherCircumstances);

    private static string Points(int points) => Russian.Count(points, "балл", "балла", "баллов");

    private IEnumerable<string> Parts()
    {
        yield return $"{Russian.Number(_block.Outcome.Points)} за{Russian.Nbsp}характеристики";
        if (_block.Flags.HasFlag(RiskFlags.LastCourse) && _block.LastCourseBonus > 0)
        {
            yield return $"{_block.LastCourseBonus} за{Russian.Nbsp}выпускной курс";
        }

        if (_block.Flags.HasFlag(RiskFlags.GraduateWithoutWork) && _block.GraduateWithoutWorkBonus > 0)
        {
            yield return $"{_block.GraduateWithoutWorkBonus} выпускнику без{Russian.Nbsp}работы";
        }

        if ((_block.Flags & (RiskFlags.SignedOffer | RiskFlags.TargetContract)) != 0 && _block.OfferDiscount > 0)
        {
            yield return $"{Russian.Number(-_block.OfferDiscount)} за{Russian.Nbsp}договор с{Russian.Nbsp}работодателем";
        }
    }
}
