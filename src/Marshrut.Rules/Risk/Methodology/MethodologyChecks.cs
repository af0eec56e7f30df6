namespace Marshrut.Rules.Risk;

/// <summary>The sentences of <see cref="MethodologyParameters.Validate"/>: what is wrong, then what to write.</summary>
internal static class MethodologyChecks
{
    internal const int HighestWeight = 99;
    private const int HighestPoints = 999;
    private const int LargestMinCohort = 1000;

    public static IEnumerable<string> Of(MethodologyParameters version) =>
        [.. OfNumbers(version), .. OfCharacteristics(version), .. version.Overrides.SelectMany((o, i) => OfOverride(o, i + 1, version))];

    private static IEnumerable<string> OfNumbers(MethodologyParameters version)
    {
        if (version.Rule == LevelRule.PointsAtLeast && version.Points is < 1 or > HighestPoints)
        {
            yield return $"Порог баллов вне границ. Укажите число от 1 до {HighestPoints}.";
        }

        if (version.EmploymentRatio.Numerator == 0)
        {
            yield return "Множитель к доле занятых равен нулю. Укажите число больше нуля, обычно 2.";
        }

        if (version.MinCohort is < 1 or > LargestMinCohort)
        {
            yield return $"Наименьший выпуск вне границ. Укажите число от 1 до {LargestMinCohort}, обычно 10.";
        }

        if (version.Horizon is < 0 or > 10)
        {
            yield return "Горизонт статистики вне границ. Укажите число лет от 0 до 10, обычно 1.";
        }

        if (new[] { version.LastCourseBonus, version.GraduateWithoutWorkBonus, version.OfferDiscount }.Any(n => n is < 0 or > HighestWeight))
        {
            yield return "Прибавка или скидка приоритета вне границ. Укажите число от 0 до 99.";
        }

        if (version.StatedValidityMonths is < 1 or > 120)
        {
            yield return "Срок действия сведений о работе вне границ. Укажите число месяцев от 1 до 120, обычно 12.";
        }
    }

    private static IEnumerable<string> OfCharacteristics(MethodologyParameters version)
    {
        var numbers = version.Characteristics.Select(c => c.Number).ToArray();
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Length)) || numbers.Length is < Characteristics.FederalCount or > Characteristics.Capacity)
        {
            yield return "Список характеристик неполный или идёт не по порядку. Верните все четырнадцать; добавленные идут с № 15, всего их не больше 18.";
            yield break;
        }

        if (!version.Characteristics.Any(c => c.Enabled))
        {
            yield return "Выключены все характеристики: уровень было бы не из чего определить. Включите хотя бы одну.";
        }

        foreach (var characteristic in version.Characteristics)
        {
            if (characteristic.Weight is < 0 or > HighestWeight)
            {
                yield return $"Вес характеристики № {characteristic.Number} вне границ. Укажите число от 0 до 99.";
            }

            if (characteristic.Records is not null && characteristic.Number is < 8 or > 10)
            {
                yield return $"Правило о записях задано для характеристики № {characteristic.Number}. Оно бывает только у № 8, 9 и 10: уберите его.";
            }
        }
    }

    private static IEnumerable<string> OfOverride(MethodologyOverride over, int position, MethodologyParameters version)
    {
        if (new[] { over.Reason, over.Document, over.Author }.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"У особого значения {position} не хватает причины, документа или автора. Заполните все три.";
        }

        var wrong = over.Change switch
        {
            OverrideChange.EmploymentRatio { Value.Numerator: 0 } => "множитель равен нулю. Укажите число больше нуля",
            OverrideChange.ReferenceRate rate when rate.Value.Numerator == 0 || rate.Value.Numerator > rate.Value.Denominator =>
                "общий уровень занятости вне границ. Укажите долю больше 0 и не больше 100 %",
            OverrideChange.MinCohort { Value: < 1 or > LargestMinCohort } => $"наименьший выпуск вне границ. Укажите число от 1 до {LargestMinCohort}",
            OverrideChange.Weight { Value: < 0 or > HighestWeight } => "вес вне границ. Укажите число от 0 до 99",
            OverrideChange.Weight weight when weight.Number < 1 || weight.Number > version.Characteristics.Length => "такой характеристики в методике нет. Выберите другую",
            OverrideChange.Enabled enabled when enabled.Number < 1 || enabled.Number > version.Characteristics.Length => "такой характеристики в методике нет. Выберите другую",
            _ => null,
        };
        if (wrong is not null)
        {
            yield return $"Особое значение {position}: {wrong}.";
        }
    }
}
