using CsCheck;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class NameTextTests
{
    [Theory]
    [InlineData("Пётр  Ёлкин", "ПЕТР ЕЛКИН")]
    [InlineData(" петр ёлкин ", "ПЕТР ЕЛКИН")]
    [InlineData("Пе\u0308тр Андреи\u0306", "ПЕТР АНДРЕЙ")]
    [InlineData(null, "")]
    public void Case_yo_and_spaces_do_not_make_two_names(string? name, string normalized) => NameText.Normalize(name).ShouldBe(normalized);

    [Fact]
    public void Normalizing_twice_changes_nothing() =>
        Gen.String[Gen.Char["абвёЁЕ ещ\u00A0-xY\u0301"], 0, 20].Sample(text =>
            NameText.Normalize(NameText.Normalize(text)) == NameText.Normalize(text));
}
