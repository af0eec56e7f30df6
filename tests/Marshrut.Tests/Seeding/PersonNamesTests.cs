using Marshrut.Core.Platform.Text;
using Marshrut.Seeding;
using Marshrut.Seeding.Names;

namespace Marshrut.Tests.Seeding;

public class PersonNamesTests
{
    [Theory]
    [InlineData("Ермаков", "Ермакова")]
    [InlineData("Зуев", "Зуева")]
    [InlineData("Королёв", "Королёва")]
    [InlineData("Панин", "Панина")]
    [InlineData("Вишневский", "Вишневская")]
    [InlineData("Луговой", "Луговая")]
    [InlineData("Бондаренко", "Бондаренко")]
    [InlineData("Черных", "Черных")]
    [InlineData("Цой", "Цой")]
    [InlineData("Саркисян", "Саркисян")]
    public void A_surname_takes_the_form_of_the_sex(string man, string woman)
    {
        PersonNames.Surname(man, Sex.Female).ShouldBe(woman);
        PersonNames.Surname(man, Sex.Male).ShouldBe(man);
    }

    [Fact]
    public void Patronymics_agree_with_the_sex_and_rare_forms_occur()
    {
        var men = Draw(Sex.Male);
        var women = Draw(Sex.Female);

        men.ShouldAllBe(name => name.MiddleName == null || name.MiddleName.EndsWith("ич") || name.MiddleName.EndsWith(" оглы"));
        women.ShouldAllBe(name => name.MiddleName == null || name.MiddleName.EndsWith("на") || name.MiddleName.EndsWith(" кызы"));
        men.ShouldContain(name => name.MiddleName != null && name.MiddleName.EndsWith(" оглы"));
        men.ShouldContain(name => name.LastName.Contains('-'));
        women.ShouldContain(name => name.LastName.Contains('ё'));
        women.ShouldContain(name => name.MiddleName == null);
    }

    [Fact]
    public void Every_snils_is_sound_and_its_own()
    {
        var numbers = Enumerable.Range(0, 200_000).Select(number => FictionalContacts.Snils(number)).ToList();

        numbers.All(number => Snils.TryParse(number, out var _) && number.StartsWith('9')).ShouldBeTrue();
        numbers.Distinct().Count().ShouldBe(numbers.Count);
    }

    [Fact]
    public void Telephones_and_addresses_cannot_be_anybodys()
    {
        var name = new PersonName("Щёголева-Озёрская", "Юлия", "Львовна", Sex.Female);

        FictionalContacts.Email(name, 7, "stud.zpk").ShouldBe("shchegoleva-ozerskaya.yuliya.7@stud.zpk.example");
        Enumerable.Range(0, 10_000).Select(number => FictionalContacts.Phone(number)).Distinct().Count().ShouldBe(10_000);
        FictionalContacts.Phone(123_456_789).ShouldMatch(@"^\+7900000\d{4}$");
        FictionalContacts.BulkPhone(123_456_789).ShouldMatch(@"^\+7000\d{7}$");
    }

    [Fact]
    public void The_stream_is_xoshiro_whatever_the_runtime()
    {
        var random = new SeededRandom(0);

        // The first numbers of xoshiro256** after splitmix64 of zero, from the authors' reference program.
        new[] { random.Next(), random.Next(), random.Next() }.ShouldBe([0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0]);
        new SeededRandom(5).Fork("a").Next().ShouldBe(new SeededRandom(5).Fork("a").Next());
        new SeededRandom(5).Fork("a").Next().ShouldNotBe(new SeededRandom(5).Fork("b").Next());
    }

    private static List<PersonName> Draw(Sex sex)
    {
        var random = new SeededRandom(1).Fork(sex.ToString());
        return [.. Enumerable.Range(0, 5_000).Select(_ => PersonNames.Draw(random, sex))];
    }
}
