using System.Text;
using Marshrut.Core.Accounts.SecondStep;

namespace Marshrut.Tests.Core.Accounts;

public class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))).ShouldBe(code);

    [Fact]
    public void A_clock_may_be_half_a_minute_off_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);

        Totp.Match(Secret, Totp.CodeAt(Secret, step - 1), now, 0).ShouldBe(step - 1);
        Totp.Match(Secret, Totp.CodeAt(Secret, step + 1), now, 0).ShouldBe(step + 1);
        Totp.Match(Secret, Totp.CodeAt(Secret, step - 2), now, 0).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, step + 2), now, 0).ShouldBeNull();
    }

    [Fact]
    public void A_code_is_good_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);

        Totp.Match(Secret, Totp.CodeAt(Secret, step), now, step).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, step), now, step - 1).ShouldBe(step);
    }

    [Fact]
    public void The_secret_is_written_as_apps_read_it() =>
        Totp.InWords(Secret).ShouldBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}
