namespace Marshrut.Web.Cli;

/// <summary>What is left when a command is stopped half-way: each verb says its own.</summary>
internal static class Stopped
{
    /// <summary>For verbs that only read, or write in one transaction.</summary>
    public const string NothingChanged = "Остановлено. Данные не изменены.";

    /// <summary>For verbs that write piece by piece and go on where they were.</summary>
    public const string GoesOn = "Остановлено. Сделанное осталось; повторите команду, она продолжит.";

    public const string BeginAnew = "Остановлено. Часть данных уже записана; начните заново с пустой базой.";
}
