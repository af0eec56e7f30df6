using Marshrut.Core.Register.Marking;

namespace Marshrut.Tests.Core.Register.Marking;

public class NamedLinesTests
{
    [Theory]
    [InlineData("Иванова Анна Петровна; ИС-41", "ИВАНОВА АННА ПЕТРОВНА", "ИС-41")]
    [InlineData("  иванова   анна \t ис-41 ", "ИВАНОВА АННА", "ИС-41")]
    [InlineData("12. Семёнов Пётр, ДЗ-42", "СЕМЕНОВ ПЕТР", "ДЗ-42")]
    [InlineData("3) Семёнов П. А.", "СЕМЕНОВ П. А.", "")]
    [InlineData("7\tСемёнов Пётр\tДЗ-42\t", "СЕМЕНОВ ПЕТР", "ДЗ-42")]
    [InlineData("Семёнов Пётр;", "СЕМЕНОВ ПЕТР", "")]
    public void A_line_is_a_name_and_perhaps_a_group(string typed, string name, string group)
    {
        var line = NamedLines.Read(typed).ShouldHaveSingleItem();

        (line.Name, line.Group).ShouldBe((name, group));
    }

    [Fact]
    public void Empty_lines_count_and_are_left_out()
    {
        NamedLines.Read("\r\nИванова Анна\r\n\r\n \r\nСемёнов Пётр\r\n").Select(line => (line.Number, line.Name)).ShouldBe([(2, "ИВАНОВА АННА"), (5, "СЕМЕНОВ ПЕТР")]);
        NamedLines.Read(null).ShouldBeEmpty();
        NamedLines.Read(";;; \n 12. \n").ShouldBeEmpty();
    }
}
