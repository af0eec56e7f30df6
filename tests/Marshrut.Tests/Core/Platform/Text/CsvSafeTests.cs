using CsCheck;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class CsvSafeTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+79001234567", "'+79001234567")]
    [InlineData("-", "'-")]
    [InlineData("@СУММ", "'@СУММ")]
    [InlineData("\tа", "'\tа")]
    [InlineData("\rа", "'\rа")]
    [InlineData("а=б", "а=б")]
    [InlineData("'тихо'", "'тихо'")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string cell, string written) => CsvSafe.Protect(cell).ShouldBe(written);

    [Fact]
    public void Reading_gives_back_what_was_written() =>
        Gen.String[Gen.Char["'=+-@\t\rаб1"], 0, 6].Sample(cell => CsvSafe.Unprotect(CsvSafe.Protect(cell)) == cell);
}
