using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class RussianDatesTests
{
    [Theory]
    [InlineData("01.05.2007")]
    [InlineData("1.5.2007")]
    [InlineData("01/05/2007")]
    [InlineData("2007-05-01")]
    [InlineData("1 мая 2007")]
    [InlineData("01 Мая 2007 г.")]
    [InlineData("«1» мая 2007 года")]
    [InlineData("01.05.2007 г.")]
    [InlineData("01.05.2007г")]
    [InlineData("01.05.2007 0:00:00")]
    [InlineData("2007-05-01T00:00:00")]
    [InlineData("2007-05-01 00:00:00.000")]
    [InlineData(" 01.05.2007\u00A0")]
    public void A_day_is_read_in_every_allowed_form(string written)
    {
        RussianDates.TryParse(written, out var date).ShouldBeTrue();
        date.ShouldBe(new DateOnly(2007, 5, 1));
    }

    [Theory]
    [InlineData("01.05.07")]
    [InlineData("1 мая 07")]
    [InlineData("31.04.2007")]
    [InlineData("29.02.2007")]
    [InlineData("05.13.2007")]
    [InlineData("00.05.2007")]
    [InlineData("01.05.0000")]
    [InlineData("1 травня 2007")]
    [InlineData("май 2007")]
    [InlineData("2007")]
    [InlineData("01-05-2007")]
    [InlineData("01.05.2007 или 02.05.2007")]
    [InlineData("")]
    public void Anything_else_is_no_date(string written) => RussianDates.TryParse(written, out _).ShouldBeFalse();
}
