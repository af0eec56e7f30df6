using CsCheck;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Tests.TestDatabases;

namespace Marshrut.Tests.Core.Platform.Encryption;

/// <summary>What lets a person in without a password.</summary>
public sealed class PersonalLinksTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("marshrut-links-").FullName;
    private readonly PersonalLinks links;

    public PersonalLinksTests() => links = new PersonalLinks(KeyRing.Open(folder, new FixedClock()));

    [Fact]
    public void A_link_opens_what_it_was_made_for_and_nothing_when_one_sign_is_changed() => Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[1, 1000], Gen.Int[0, 1000]).Sample((id, number, seed) =>
    {
        var token = links.Token(id, number);
        links.Read(token).ShouldBe((id, number));
        var at = seed % token.Length;
        var other = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
        // The last sign carries spare bits: what it decodes to may be the same.
        (links.Read(other) is { } read && read != (id, number)).ShouldBeFalse();
        if (at < token.Length - 1)
        {
            links.Read(other).ShouldBeNull();
        }
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("../../../etc/passwd")]
    public void What_nobody_made_opens_nothing(string? token) => links.Read(token).ShouldBeNull();

    [Fact]
    public void Another_installation_opens_nothing()
    {
        var other = Directory.CreateTempSubdirectory("marshrut-links-").FullName;
        new PersonalLinks(KeyRing.Open(other, new FixedClock())).Read(links.Token(7, 1)).ShouldBeNull();
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public void A_code_is_read_as_people_type_it() => Gen.Long[1, long.MaxValue].Sample(id =>
    {
        var code = links.Code(id);
        code.Length.ShouldBe(PersonalLinks.CodeLength + 1);
        links.Code(id).ShouldBe(code);
        var tidy = PersonalLinks.TidyCode(code).ShouldNotBeNull();
        PersonalLinks.TidyCode(" " + code.ToLowerInvariant().Replace('-', ' ') + " ").ShouldBe(tidy);
        PersonalLinks.TidyCode(code.Replace('A', 'А').Replace('B', 'В').Replace('C', 'С').Replace('K', 'к')).ShouldBe(tidy); // Cyrillic
        links.CodeHash(code).ShouldBe(links.CodeHash(tidy));
    });

    [Theory]
    [InlineData("")]
    [InlineData("7KM4PX2")]
    [InlineData("7KM4PX2RR")]
    [InlineData("7KM4-PX2!")]
    [InlineData(null)]
    public void What_cannot_be_a_code_is_none(string? typed) => PersonalLinks.TidyCode(typed).ShouldBeNull();

    [Fact]
    public void Codes_of_a_hundred_thousand_do_not_meet() => Enumerable.Range(1, 100_000).Select(id => links.Code(id)).Distinct().Count().ShouldBeGreaterThan(99_990);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
