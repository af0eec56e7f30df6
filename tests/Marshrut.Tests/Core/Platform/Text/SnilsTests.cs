using CsCheck;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class SnilsTests
{
    [Theory]
    [InlineData("112-233-445 95", "11223344595")]
    [InlineData("11223344595", "11223344595")]
    [InlineData(" 112 233 445-95 ", "11223344595")]
    [InlineData("112–233–445\u00A095", "11223344595")]
    [InlineData("112.233.445.95", "11223344595")]
    [InlineData("000-000-001 77", "00000000177")]
    [InlineData("001-001-998 00", "00100199800")]
    [InlineData("087-654-303 00", "08765430300")]
    public void A_number_is_read_with_any_punctuation(string written, string digits)
    {
        Snils.TryParse(written, out var read).ShouldBeTrue();
        read.ShouldBe(digits);
    }

    [Theory]
    [InlineData("112-233-445 96")]
    [InlineData("112-233-445 9")]
    [InlineData("112-233-445 950")]
    [InlineData("112-233-445 9О")]
    [InlineData("000-000-000 00")]
    [InlineData("001-001-999 00")]
    [InlineData("нет")]
    [InlineData("")]
    public void A_wrong_checksum_a_wrong_length_and_letters_are_refused(string written)
    {
        Snils.TryParse(written, out var read).ShouldBeFalse();
        read.ShouldBeEmpty();
    }

    [Fact]
    public void A_number_cell_gets_its_leading_zeros_back_if_the_checksum_proves_them()
    {
        Snils.TryParse(8_765_430_300, out var read).ShouldBeTrue();
        read.ShouldBe("08765430300");
        Snils.TryParse(8_765_430_301, out _).ShouldBeFalse();
        Snils.TryParse(177, out _).ShouldBeFalse("the number 1 has no checksum that would prove nine lost zeros");
        Snils.TryParse(11223344595.5, out _).ShouldBeFalse();
    }

    [Fact]
    public void Every_number_with_its_own_checksum_is_read_back_from_its_printed_form() =>
        Gen.Int[1_001_999, 999_999_999].Sample(number =>
        {
            var nine = number.ToString("D9");
            var digits = nine + Snils.Checksum(nine).ToString("D2");
            return Snils.TryParse(Snils.Format(digits), out var read) && read == digits;
        });
}
