using Marshrut.Core.Platform.Text;

namespace Marshrut.Tests.Core.Platform.Text;

public class LookAlikesTests
{
    [Theory]
    [InlineData("Ивaнов", "Иванов")]
    [InlineData("CEMЁHОВ", "СЕМЁНОВ")]
    [InlineData("Kузнецова", "Кузнецова")]
    [InlineData("Пëтр", "Пётр")]
    [InlineData("ИC-21", "ИС-21")]
    [InlineData("Aнна Opex", "Анна Opex")]
    public void A_latin_letter_in_a_cyrillic_word_becomes_cyrillic(string dirty, string clean) => LookAlikes.Mend(dirty).ShouldBe(clean);

    [Theory]
    [InlineData("Smith")]
    [InlineData("COOPER")]
    [InlineData("Анна-Maria")]
    [InlineData("Иванов")]
    [InlineData("")]
    public void A_latin_name_and_a_clean_one_stay_the_same_instance(string text) => LookAlikes.Mend(text).ShouldBeSameAs(text);
}
