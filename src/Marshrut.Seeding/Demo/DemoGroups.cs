using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;

namespace Marshrut.Seeding.Demo;

/// <summary>Two client groups of a career centre besides the ready ones, one of which colleagues see.</summary>
internal sealed class DemoGroups(MarshrutDb db, SaveGroup save)
{
    public async Task Make(CancellationToken cancel)
    {
        var me = Actors.UserIn(db.Scope.Actor)!.Value;
        var noPractice = new GroupRule(false,
        [
            new RuleBlock(false,
            [
                new RuleTerm(RuleFields.Stage, RuleOperator.Is, [RuleFields.CodeOf(Rules.Profiling.RouteStage.LastCourse)]),
                new RuleTerm(RuleFields.OfFact(FactCode.FieldExperience), RuleOperator.Is, [FactAnswers.Code(FactValue.No)]),
            ]),
            new RuleBlock(true,
            [
                new RuleTerm(RuleFields.Funding, RuleOperator.Is, [RuleFields.CodeOf(Rules.People.Funding.Budget)]),
                new RuleTerm(RuleFields.RequestOpen, RuleOperator.Is, ["practice-or-internship"]),
            ]),
        ]);
        var adults = new GroupRule(false,
        [
            new RuleBlock(false, [new RuleTerm(RuleFields.Age, RuleOperator.AtLeast, ["18"]), new RuleTerm(RuleFields.Card, RuleOperator.IsNot, ["phone"])]),
        ]);
        await save.Save(new GroupInput(null, "Выпускной курс без практики", noPractice, true, me, MayRule: false), cancel);
        await save.Save(new GroupInput(null, "Совершеннолетние без телефона", adults, false, me, MayRule: false), cancel);
    }
}
