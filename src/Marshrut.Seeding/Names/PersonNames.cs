
namespace Marshrut.Seeding.Names;

/// <summary>Draws names of invented people: forms by sex, a few double surnames, «оглы» and «кызы», a few without a patronymic.</summary>
public static class PersonNames
{
    private const double EasternShare = 0.012;
    private const double DoubleSurnameShare = 0.008;
    private const double UnruledPatronymicShare = 0.02;

    public static PersonName Draw(SeededRandom random, Sex sex)
    {
        if (random.Chance(EasternShare))
        {
            return DrawEastern(random, sex);
        }

        var last = Surname(Often(random, NameLists.Surnames), sex);
        if (random.Chance(DoubleSurnameShare))
        {
            last += "-" + Surname(random.Pick(NameLists.SecondSurnames), sex);
        }

        var first = Often(random, sex == Sex.Male ? NameLists.Men : NameLists.Women);
        return new PersonName(last, first, Patronymic(random, sex), sex);
    }

    /// <summary>The form of a surname for a woman or a man, from the man's.</summary>
    public static string Surname(string man, Sex sex)
    {
        if (sex == Sex.Male)
        {
            return man;
        }

        return man switch
        {
            _ when EndsWith(man, "ов", "ев", "ёв", "ин", "ын") && man.Length > 3 => man + "а",
            _ when EndsWith(man, "ий", "ый", "ой") && man.Length > 3 => man[..^2] + "ая",
            _ => man,
        };
    }

    private static PersonName DrawEastern(SeededRandom random, Sex sex)
    {
        var first = random.Pick(sex == Sex.Male ? NameLists.EasternMen : NameLists.EasternWomen);
        var father = random.Pick(NameLists.EasternMen);
        var last = Surname(random.Pick(NameLists.EasternSurnames), sex);
        return random.Chance(0.25)
            ? new PersonName(last, first, null, sex)
            : new PersonName(last, first, father + (sex == Sex.Male ? " оглы" : " кызы"), sex);
    }

    private static string Patronymic(SeededRandom random, Sex sex)
    {
        if (random.Chance(UnruledPatronymicShare))
        {
            var (man, woman) = random.Pick(NameLists.UnruledPatronymics);
            return sex == Sex.Male ? man : woman;
        }

        return Often(random, NameLists.Patronymics) + (sex == Sex.Male ? "ич" : "на");
    }

    /// <summary>The lesser of two draws: names at the head of a list come about twice as often, as they do in life.</summary>
    private static string Often(SeededRandom random, string[] list) => list[Math.Min(random.Below(list.Length), random.Below(list.Length))];

    private static bool EndsWith(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
