using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class SpacesTests
{
    [Theory]
    [InlineData("  Анна   Мария ", "Анна Мария")]
    [InlineData("Анна\u00A0Мария", "Анна Мария")]
    [InlineData("Анна\r\nМария\t", "Анна Мария")]
    [InlineData("\uFEFFАн\u200Bна\u00AD", "Анна")]
    [InlineData("\u0000А\u0007нна", "Анна")]
    [InlineData(" ", "")]
    public void Runs_of_white_space_become_one_space_and_invisible_characters_go(string dirty, string clean)
    {
        Spaces.Collapse(dirty).ShouldBe(clean);
        Spaces.Collapse(clean).ShouldBeSameAs(clean);
    }

    [Theory]
    [InlineData("Анна ", false)]
    [InlineData("  Анна", false)]
    [InlineData("Анна Мария", false)]
    [InlineData("Анна  Мария", true)]
    [InlineData("Анна\u00A0", true)]
    [InlineData("Ан\u200Bна", true)]
    public void Only_double_spaces_inside_and_strange_characters_count_as_mended(string text, bool mended) =>
        Spaces.AreMended(text).ShouldBe(mended);

    [Theory]
    [InlineData(null, true)]
    [InlineData(" \u00A0\u200B\n", true)]
    [InlineData(" . ", false)]
    public void Text_of_white_space_is_blank(string? text, bool blank) => Spaces.IsBlank(text).ShouldBe(blank);
}
