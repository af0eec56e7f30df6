using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class PhoneNumbersTests
{
    [Theory]
    [InlineData("89001234567", "+79001234567")]
    [InlineData("+7 (900) 123-45-67", "+79001234567")]
    [InlineData("79001234567", "+79001234567")]
    [InlineData("9001234567", "+79001234567")]
    [InlineData("8900123456", "+78900123456")]
    [InlineData("8\u00A0900\u00A0123\u201145\u201167", "+79001234567")]
    [InlineData("тел. 8-900-123-45-67", "+79001234567")]
    [InlineData("+375 29 123-45-67", "+375291234567")]
    [InlineData("+7 700 123 45 67", "+77001234567")]
    public void One_number_becomes_e164(string written, string phone)
    {
        var read = PhoneNumbers.Read(written);
        read.First.ShouldBe(phone);
        read.Others.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("+79001234567", "+7\u00a0900\u00a0123\u201145\u201167")]
    [InlineData("+375291234567", "+375291234567")]
    public void A_phone_is_shown_in_groups(string stored, string shown)
    {
        PhoneNumbers.Format(stored).ShouldBe(shown);
        PhoneNumbers.Read(shown).First.ShouldBe(stored);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("нет")]
    [InlineData("-")]
    [InlineData("+7900123456")]
    [InlineData("375291234567")]
    [InlineData("8,9001E+10")]
    [InlineData("8 900 123-45-6x")]
    public void What_is_no_number_gives_none(string written) => PhoneNumbers.Read(written).First.ShouldBeNull();

    [Theory]
    [InlineData("12345, 8 900 123-45-67; +7 901 765 43 21", "+79001234567", new[] { "12345", "+7 901 765 43 21" })]
    [InlineData("89001234567\n89017654321", "+79001234567", new[] { "89017654321" })]
    [InlineData("89001234567 89017654321", "+79001234567", new[] { "89017654321" })]
    [InlineData("8 900 123-45-67 и 8 901 765-43-21", "+79001234567", new[] { "8 901 765-43-21" })]
    [InlineData("8 900 123-45-67 / мама", "+79001234567", new[] { "мама" })]
    public void Of_several_the_first_valid_one_is_taken_and_the_rest_named(string written, string first, string[] others)
    {
        var read = PhoneNumbers.Read(written);
        read.First.ShouldBe(first);
        read.Others.ShouldBe(others);
    }
}
