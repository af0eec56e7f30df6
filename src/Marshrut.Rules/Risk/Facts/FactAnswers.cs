namespace Marshrut.Rules.Risk;

/// <summary>The answers to facts in words and as stable codes. What is unknown is no answer.</summary>
public static class FactAnswers
{
    private static readonly (FactValue Value, string Code, string Title)[] answers =
    [
        (FactValue.Yes, "yes", "да"),
        (FactValue.No, "no", "нет"),
        (FactValue.NotWorking, "not-working", "не работает"),
        (FactValue.SignedContract, "signed-contract", "подписан договор"),
        (FactValue.OwnBusiness, "own-business", "своё дело"),
        (FactValue.FurtherStudy, "further-study", "продолжит учёбу"),
        (FactValue.OralAgreement, "oral-agreement", "устная договорённость"),
        (FactValue.Searching, "searching", "ищет работу"),
        (FactValue.DoesNotKnow, "does-not-know", "не знает"),
        (FactValue.ArmyNext, "army-next", "служба в армии"),
        (FactValue.ChildcareNext, "childcare-next", "уход за ребёнком"),
    ];

    /// <summary>What a fact may be answered.</summary>
    public static IEnumerable<FactValue> Of(FactCode fact) => answers.Where(answer => fact.Allows(answer.Value)).Select(answer => answer.Value);

    public static string Code(FactValue value) => answers.First(answer => answer.Value == value).Code;

    /// <summary>«да», «не работает»; «неизвестно».</summary>
    public static string Title(FactValue value) => value == FactValue.Unknown ? "неизвестно" : answers.First(answer => answer.Value == value).Title;

    /// <summary>The answer of these very words; null: none.</summary>
    public static FactValue? Find(string? title) => answers.Where(answer => answer.Title == title).Select(answer => (FactValue?)answer.Value).FirstOrDefault();
}
