using Marshrut.Web.Ui.Frame;

namespace Marshrut.Tests.Web.Ui;

public class PageFrameTests
{
    private static readonly PageFrame Frame = new()
    {
        UserName = "Мельникова О.\u00a0С.",
        Items = [new("/", "sun", "Сегодня"), new("/people", "users", "Студенты"), new("/people/import", "file-import", "Импорт")],
    };

    [Theory]
    [InlineData("/", "Сегодня")]
    [InlineData("/people", "Студенты")]
    [InlineData("/people/17", "Студенты")]
    [InlineData("/people/import/3", "Импорт")]
    public void The_longest_section_that_begins_the_address_is_current(string path, string section) =>
        Frame.Current(path)!.Text.ShouldBe(section);

    [Theory]
    [InlineData("/peoples")]
    [InlineData("/account")]
    public void An_address_of_no_section_marks_none(string path) => Frame.Current(path).ShouldBeNull();

    [Fact]
    public void A_section_marked_by_the_page_is_current_wherever_it_is()
    {
        var frame = Frame with { Items = [.. Frame.Items, new NavigationItem("/risk", "gauge", "Риск", Active: true)] };

        frame.Current("/people")!.Text.ShouldBe("Риск");
    }

    [Theory]
    [InlineData("Мельникова О.\u00a0С.", "ОМ")]
    [InlineData("Мельникова", "М")]
    [InlineData("", "")]
    public void Initials_are_read_name_first(string name, string initials) => (Frame with { UserName = name }).Initials.ShouldBe(initials);
}
