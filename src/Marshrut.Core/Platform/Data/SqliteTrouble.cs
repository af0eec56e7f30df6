using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Marshrut.Core.Platform.Data;

/// <summary>What SQLite answers when not the statement but the file or the disk is at fault, in words for the operator.</summary>
public static class SqliteTrouble
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <returns>Null: a fault of another kind, or another database.</returns>
    public static InstallationProblem? Of(DbException problem) => (problem as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => new InstallationProblem("database-busy",
            "База данных занята другим запуском программы дольше полуминуты. Дождитесь конца загрузки или расчёта и повторите.", problem),
        ReadOnly or InputOutput => new InstallationProblem("database-read-only",
            "В файл базы данных нельзя писать. Проверьте права на файл и папку установки и исправность диска и повторите.", problem),
        Corrupt or NotADatabase => new InstallationProblem("database-damaged",
            "Файл базы данных повреждён. Остановите программу и восстановите его из резервной копии.", problem),
        Full => new InstallationProblem("storage-space",
            "На диске с папкой установки кончилось место. Освободите место и повторите: недописанное не сохранилось.", problem),
        CannotOpen => new InstallationProblem("database-silent",
            "Файл базы данных не открывается. Проверьте права на папку установки и свободное место и повторите.", problem),
        _ => null,
    };
}
