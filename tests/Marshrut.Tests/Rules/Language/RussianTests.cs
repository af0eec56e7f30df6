using System.Globalization;
using Marshrut.Rules.Language;

namespace Marshrut.Tests.Rules.Language;

public class RussianTests
{
    [Theory]
    [InlineData(0, "человек")]
    [InlineData(1, "человек1")]
    [InlineData(2, "человека")]
    [InlineData(4, "человека")]
    [InlineData(5, "человек")]
    [InlineData(11, "человек")]
    [InlineData(12, "человек")]
    [InlineData(14, "человек")]
    [InlineData(21, "человек1")]
    [InlineData(22, "человека")]
    [InlineData(111, "человек")]
    [InlineData(1001, "человек1")]
    [InlineData(-2, "человека")]
    [InlineData(long.MinValue, "человек")]
    public void A_word_takes_the_form_of_its_number(long n, string form) => Russian.Plural(n, "человек1", "человека", "человек").ShouldBe(form);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1830, "1 830")]
    [InlineData(-34, "−34")]
    [InlineData(-1234567, "−1 234 567")]
    [InlineData(long.MinValue, "−9 223 372 036 854 775 808")]
    public void Thousands_are_set_apart_by_a_space_that_does_not_break(long n, string written) => Russian.Number(n).ShouldBe(Nbsp(written));

    [Theory]
    [InlineData(117, "+117")]
    [InlineData(0, "0")]
    [InlineData(-34, "−34")]
    public void A_change_carries_its_sign(long n, string written) => Russian.Change(n).ShouldBe(written);

    [Theory]
    [InlineData(83, 180, 1, "46,1 %")]
    [InlineData(1, 8, 1, "12,5 %")]
    [InlineData(1, 16, 1, "6,3 %")] // half up
    [InlineData(2, 3, 0, "67 %")]
    [InlineData(0, 5, 1, "0,0 %")]
    [InlineData(5, 5, 1, "100,0 %")]
    [InlineData(25, 1, 1, "2 500,0 %")]
    [InlineData(1, 3, 4, "33,3333 %")]
    [InlineData(1, 0, 1, "—")]
    public void A_share_is_rounded_half_up_from_exact_integers(int part, int whole, int decimals, string written) =>
        Russian.Percent(part, whole, decimals).ShouldBe(Nbsp(written));

    [Fact]
    public void Dates_are_written_for_tables_and_for_text()
    {
        var day = new DateOnly(2026, 3, 5);

        Russian.Date(day).ShouldBe("05.03.2026");
        Russian.DateInWords(day).ShouldBe(Nbsp("5 марта 2026"));
        Russian.DateInWords(day, new DateOnly(2026, 11, 23)).ShouldBe(Nbsp("5 марта"));
        Russian.DateInWords(day, new DateOnly(2027, 1, 1)).ShouldBe(Nbsp("5 марта 2026"));
    }

    [Theory]
    [InlineData("Передана в ЦЗН в списке № 14", "Передана в·ЦЗН в·списке №·14")]
    [InlineData("нет данных по 13", "нет данных по·13")]
    [InlineData("Что-то из того, но не всё", "Что-то из·того, но·не·всё")]
    [InlineData("", "")]
    public void Short_words_hold_on_to_the_next_one(string text, string bound) => Russian.Bind(text).ShouldBe(bound.Replace('·', Russian.Nbsp));

    [Fact]
    public void No_culture_changes_a_word()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var words = new HashSet<string>();
            foreach (var culture in new[] { "ru-RU", "en-US", "ar-SA", "th-TH", "fa-IR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                words.Add($"{Russian.Number(-1234567)} {Russian.Percent(1, 3)} {Russian.Date(new DateOnly(2026, 11, 23))} {Russian.DateInWords(new DateOnly(2026, 11, 23))}");
            }

            words.Count.ShouldBe(1);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Nbsp(string text) => text.Replace(' ', Russian.Nbsp);
}
