using CsCheck;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Profiling;

/// <summary>And/or over three answers, and what a rule may ask about.</summary>
public class GroupRuleTests
{
    private static readonly Gen<bool?> answer = Gen.OneOf<bool?>(true, false, null);

    [Theory]
    [InlineData(RuleOperator.Is, "2,3", 2, true)]
    [InlineData(RuleOperator.Is, "2,3", 4, false)]
    [InlineData(RuleOperator.IsNot, "2,3", 2, false)]
    [InlineData(RuleOperator.IsNot, "2,3", 4, true)]
    [InlineData(RuleOperator.AtLeast, "3", 3, true)]
    [InlineData(RuleOperator.AtLeast, "3", 2, false)]
    [InlineData(RuleOperator.AtMost, "3", 3, true)]
    [InlineData(RuleOperator.AtMost, "3", 4, false)]
    [InlineData(RuleOperator.Exists, "", 4, true)]
    [InlineData(RuleOperator.Missing, "", 4, false)]
    [InlineData(RuleOperator.Is, "2,3", null, null)]
    [InlineData(RuleOperator.IsNot, "2,3", null, null)]
    [InlineData(RuleOperator.AtLeast, "3", null, null)]
    [InlineData(RuleOperator.Exists, "", null, false)]
    [InlineData(RuleOperator.Missing, "", null, true)]
    public void A_number_is_compared(RuleOperator compared, string values, int? number, bool? expected) =>
        Term(RuleFields.Course, compared, values).Holds(RuleValue.Of(number)).ShouldBe(expected);

    [Theory]
    [InlineData(RuleOperator.Is, "a,b", "b,c", "", true)]
    [InlineData(RuleOperator.Is, "a", "b,c", "", false)]
    [InlineData(RuleOperator.IsNot, "a", "b,c", "", true)]
    [InlineData(RuleOperator.IsNot, "b", "b,c", "", false)]
    [InlineData(RuleOperator.Is, "a", "b", "a", null)] // of «a» nothing is known
    [InlineData(RuleOperator.Is, "a,b", "b", "a", true)] // «b» is enough
    [InlineData(RuleOperator.IsNot, "a", "b", "a", null)]
    [InlineData(RuleOperator.Is, "a", "", "", false)] // known to be none
    [InlineData(RuleOperator.Exists, "", "", "", false)]
    [InlineData(RuleOperator.Missing, "", "", "", true)]
    public void Codes_are_compared(RuleOperator compared, string values, string codes, string unsaid, bool? expected) =>
        Term(RuleFields.Present, compared, values).Holds(RuleValue.Of(Split(codes), Split(unsaid))).ShouldBe(expected);

    /// <summary>Whatever becomes known later, an answer that was given stays, and one that was open may become either.</summary>
    [Fact]
    public void What_is_not_known_never_decides() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.Bool, answer.Array[1, 3]).Array[1, 3]).Sample((isAny, blocks) =>
        {
            var held = Holds(isAny, blocks);
            var possible = Known(blocks).Select(known => Holds(isAny, known)).ToHashSet();

            possible.ShouldNotContain((bool?)null);
            (held is null ? possible.Count == 2 : possible.SetEquals([held])).ShouldBeTrue();
        });

    [Fact]
    public void Health_offences_and_the_family_are_no_fields_R27()
    {
        int[] hidden = [(int)FactCode.Disability, (int)FactCode.OrphanInformalOrOffence, (int)FactCode.PriorOffence, (int)FactCode.RelativesInformallyEmployed];
        foreach (var code in hidden.Select(number => Characteristics.Get(number).Code))
        {
            RuleFields.Find("fact-" + code).ShouldBeNull();
            RuleFields.All.SelectMany(field => field.Choices ?? []).ShouldNotContain(choice => choice.Code == code);
        }
    }

    [Fact]
    public void Codes_of_fields_and_choices_are_unique_and_ready_groups_have_no_problem()
    {
        RuleFields.All.Select(field => field.Code).ShouldBeUnique();
        foreach (var field in RuleFields.All.Where(field => field.Choices is not null))
        {
            field.Choices!.Select(choice => choice.Code).ShouldBeUnique(field.Code);
        }

        ReadyGroups.All.Select(group => group.Code).ShouldBeUnique();
        ReadyGroups.All.SelectMany(group => RuleProblems.Of(group.Rule)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nothing", RuleOperator.Is, "a", "Выберите, о чём условие.")]
    [InlineData(RuleFields.Status, RuleOperator.AtLeast, "1", "«Статус»: выберите, как сравнить.")]
    [InlineData(RuleFields.Status, RuleOperator.Is, "", "«Статус»: отметьте хотя бы одно значение.")]
    [InlineData(RuleFields.Status, RuleOperator.Is, "asleep", "«Статус»: нет значения «asleep».")]
    [InlineData(RuleFields.Course, RuleOperator.Is, "", "«Курс»: напишите число.")]
    [InlineData(RuleFields.Course, RuleOperator.Is, "три", "«Курс»: не поняли «три». Нужно целое число.")]
    [InlineData(RuleFields.Course, RuleOperator.AtLeast, "2,3", "«Курс»: здесь нужно одно число.")]
    [InlineData(RuleFields.Group, RuleOperator.Is, "ИС-41", null)]
    [InlineData(RuleFields.Group, RuleOperator.Exists, "", null)]
    public void A_problem_says_what_to_do(string field, RuleOperator compared, string values, string? expected) =>
        RuleProblems.Of(Rule(false, (false, [Term(field, compared, values)]))).Select(problem => problem.Message).SingleOrDefault().ShouldBe(expected);

    [Fact]
    public void An_empty_rule_and_an_endless_one_are_refused()
    {
        RuleProblems.Of(new GroupRule(false, [])).ShouldHaveSingleItem().Message.ShouldContain("хотя бы одно условие");
        RuleProblems.Of(Rule(false, (false, [.. Enumerable.Repeat(Term(RuleFields.Course, RuleOperator.Exists, ""), GroupRule.MostTerms + 1)]))).ShouldHaveSingleItem().Message.ShouldContain("Оставьте главные");
    }

    [Fact]
    public void A_rule_reads_as_a_sentence() =>
        RuleWords.Of(
                Rule(true,
                    (false, [Term(RuleFields.Stage, RuleOperator.Is, "last-course"), Term(RuleFields.Course, RuleOperator.AtLeast, "3")]),
                    (true, [Term(RuleFields.RequestOpen, RuleOperator.Is, "cv"), Term(RuleFields.Card, RuleOperator.IsNot, "phone"), Term(RuleFields.Group, RuleOperator.Missing, "")])),
                (field, code) => (field, code) == (RuleFields.RequestOpen, "cv") ? "Составить резюме" : null)
            .ShouldBe("Этап: «Выпускной курс» и курс ≥ 3; или открытый запрос: «Составить резюме» или в карточке указано: кроме «телефон» или группа или класс: нет данных");

    private static bool? Holds(bool isAny, (bool IsAny, bool?[] Answers)[] blocks)
    {
        var rule = new GroupRule(isAny, [.. blocks.Select((block, at) => new RuleBlock(block.IsAny, [.. block.Answers.Select((_, place) => new RuleTerm($"{at}.{place}", RuleOperator.Is, ["yes"]))]))]);
        return rule.Holds(field => blocks[field[0] - '0'].Answers[field[2] - '0'] switch
        {
            true => RuleValue.Of("yes"),
            false => RuleValue.Of("no"),
            null => RuleValue.Unknown,
        });
    }

    /// <summary>Everything that may turn out to be.</summary>
    private static IEnumerable<(bool IsAny, bool?[] Answers)[]> Known((bool IsAny, bool?[] Answers)[] blocks)
    {
        var open = blocks.SelectMany((block, at) => block.Answers.Select((said, place) => (said, at, place))).Where(one => one.said is null).ToList();
        for (var bits = 0; bits < 1 << open.Count; bits++)
        {
            var known = blocks.Select(block => (block.IsAny, (bool?[])block.Answers.Clone())).ToArray();
            for (var i = 0; i < open.Count; i++)
            {
                known[open[i].at].Item2[open[i].place] = (bits >> i & 1) == 1;
            }

            yield return known;
        }
    }

    private static GroupRule Rule(bool isAny, params (bool IsAny, RuleTerm[] Terms)[] blocks) => new(isAny, [.. blocks.Select(block => new RuleBlock(block.IsAny, block.Terms))]);

    private static RuleTerm Term(string field, RuleOperator compared, string values) => new(field, compared, Split(values));

    private static string[] Split(string values) => values.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
