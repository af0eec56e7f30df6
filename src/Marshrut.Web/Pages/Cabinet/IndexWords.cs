using Marshrut.Rules.Risk;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>Buttons of the steps.</summary>
public static class IndexWords
{
    public static string Button(WayAction action) => action switch
    {
        WayAction.AskForPractice => "Помогите с практикой",
        WayAction.AskForMeeting => "Позовите на встречу",
        WayAction.TellPlans => "Рассказать и попросить помощь",
        _ => "Помогите найти работу",
    };
}
