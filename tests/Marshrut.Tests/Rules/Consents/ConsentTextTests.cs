using Marshrut.Rules.Consents;

namespace Marshrut.Tests.Rules.Consents;

public class ConsentTextTests
{
    private const string Sound =
        "Я, {подписывает}, даю согласие {организация} передать мои данные: {получатель}. Цель: содействие в трудоустройстве и сопровождение куратором. Согласие действует {срок}.";

    [Fact]
    public void A_text_with_every_needed_place_can_be_used() => ConsentText.Problems(Sound, isToRecipient: true).ShouldBeEmpty();

    [Theory]
    [InlineData("{получатель}", "Нет места {получатель}")]
    [InlineData("{подписывает}", "Нет места {подписывает}")]
    [InlineData("{срок}", "Нет места {срок}")]
    public void A_needed_place_that_is_missing_is_named(string place, string said) =>
        ConsentText.Problems(Sound.Replace(place, "кому-нибудь", StringComparison.Ordinal), isToRecipient: true).ShouldHaveSingleItem().ShouldStartWith(said);

    [Fact]
    public void A_consent_without_a_receiver_needs_no_place_for_it() =>
        ConsentText.Problems(Sound.Replace("{получатель}", "никому", StringComparison.Ordinal), isToRecipient: false).ShouldBeEmpty();

    [Fact]
    public void An_unknown_place_and_a_lone_brace_are_told()
    {
        ConsentText.Problems(Sound + " {инн}", true).ShouldHaveSingleItem().ShouldStartWith("Места {инн} нет");
        ConsentText.Problems(Sound + " {срок", true).ShouldHaveSingleItem().ShouldContain("не закрыта");
        ConsentText.Problems("Согласен.", false).ShouldContain(problem => problem.StartsWith("Текст слишком короткий", StringComparison.Ordinal));
    }

    [Fact]
    public void Places_are_filled_in_any_case_and_a_place_without_a_value_is_a_line_to_write_on()
    {
        var filled = ConsentText.Fill("Я, { Подписывает }, согласен.\r\n\r\nКому: {получатель}", new Dictionary<string, string> { [ConsentText.Signer] = "Борисов Б. Б." });

        filled.ShouldBe(["Я, Борисов Б. Б., согласен.", "Кому: " + new string('_', 24)]);
    }

    [Fact]
    public void What_is_filled_in_is_never_read_as_a_place() =>
        ConsentText.Fill("{подписывает}", new Dictionary<string, string> { [ConsentText.Signer] = "{срок}", [ConsentText.Term] = "3 года" }).ShouldBe(["{срок}"]);

    [Theory]
    [InlineData("2008-02-29", "2026-03-01")]
    [InlineData("2008-11-23", "2026-11-23")]
    public void Eighteen_is_reached_on_the_birthday(string birth, string adult)
    {
        var (born, on) = (DateOnly.Parse(birth), DateOnly.Parse(adult));
        ConsentAge.IsMinor(born, on.AddDays(-1)).ShouldBeTrue();
        ConsentAge.IsMinor(born, on).ShouldBeFalse();
        ConsentAge.IsOutgrown(born, on.AddDays(-1), on).ShouldBeTrue();
        ConsentAge.IsOutgrown(born, on, on.AddYears(1)).ShouldBeFalse();
    }
}
