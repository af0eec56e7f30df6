using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class EmailAddressTests
{
    [Theory]
    [InlineData("Anna.Klenova@Example.RU", "anna.klenova@example.ru")]
    [InlineData(" mailto:a@b.ru ", "a@b.ru")]
    [InlineData("info@почта.рф", "info@почта.рф")]
    [InlineData("a+b_c@sub.example.com", "a+b_c@sub.example.com")]
    public void An_address_is_read_in_lower_case(string written, string address) => EmailAddress.Read(written).First.ShouldBe(address);

    [Theory]
    [InlineData("anna")]
    [InlineData("anna@example")]
    [InlineData("anna@@example.ru")]
    [InlineData("аnna@example.ru")]
    [InlineData(".anna@example.ru")]
    [InlineData("anna@-example.ru")]
    [InlineData("anna@example.1")]
    [InlineData("anna@.ru")]
    [InlineData("нет")]
    public void What_a_mail_form_would_not_take_is_refused(string written) => EmailAddress.Read(written).First.ShouldBeNull();

    [Fact]
    public void Of_several_the_first_valid_one_is_taken()
    {
        var (first, others) = EmailAddress.Read("нет@почты, a@example.ru; b@example.ru");
        first.ShouldBe("a@example.ru");
        others.ShouldBe(["нет@почты", "b@example.ru"]);
    }
}
