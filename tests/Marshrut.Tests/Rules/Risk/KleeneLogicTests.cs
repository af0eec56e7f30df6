using Marshrut.Rules.Risk;
using static Marshrut.Rules.Risk.CharacteristicState;

namespace Marshrut.Tests.Rules.Risk;

public class KleeneLogicTests
{
    [Theory]
    [InlineData(Absent, Absent, Absent, Absent)]
    [InlineData(Absent, Present, Absent, Present)]
    [InlineData(Absent, Unknown, Absent, Unknown)]
    [InlineData(Present, Present, Present, Present)]
    [InlineData(Present, Unknown, Unknown, Present)]
    [InlineData(Unknown, Unknown, Unknown, Unknown)]
    public void And_and_or_follow_Kleene_in_either_order_R18(
        CharacteristicState left, CharacteristicState right, CharacteristicState and, CharacteristicState or)
    {
        left.And(right).ShouldBe(and);
        right.And(left).ShouldBe(and);
        left.Or(right).ShouldBe(or);
        right.Or(left).ShouldBe(or);
    }
}
