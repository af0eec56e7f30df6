using Marshrut.Rules.Risk;

namespace Marshrut.Web.Ui.Marks;

public static class LevelMarks
{
    /// <param name="level">The current level; null when the person was never assessed.</param>
    /// <param name="complete">Every counted characteristic is known (R19).</param>
    public static LevelMark Mark(this RiskLevel? level, bool complete) => level switch
    {
        null => LevelMark.NotAssessed,
        RiskLevel.High => LevelMark.High,
        _ => complete ? LevelMark.NotHigh : LevelMark.Preliminary,
    };
}
