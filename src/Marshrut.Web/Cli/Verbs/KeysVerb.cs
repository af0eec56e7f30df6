using System.CommandLine;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Language;

namespace Marshrut.Web.Cli.Verbs;

internal static class KeysVerb
{
    public static Command Command
    {
        get
        {
            var list = new Command("list", "Показать ключи и сколько строк каждым закрыто");
            list.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, List, cancel));
            var rotate = new Command("rotate", "Сменить ключ: добавить новый и перешифровать им всё, что закрыто прежними");
            rotate.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, (session, stop) => Rotate(session, newKey: true, stop), cancel, stopped: Stopped.GoesOn));
            var reseal = new Command("reseal", "Перешифровать действующим ключом то, что ещё закрыто прежними");
            reseal.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, (session, stop) => Rotate(session, newKey: false, stop), cancel, stopped: Stopped.GoesOn));
            var number = new Argument<uint>("number") { Description = "Номер ключа из keys list" };
            var retire = new Command("retire", "Убрать из набора прежний ключ, которым ничего не закрыто") { number };
            retire.SetAction((parsed, cancel) => CommandLine.WithDatabase(parsed, (session, stop) => Retire(session, parsed.GetValue(number), stop), cancel));
            return new Command("keys", "Ключи шифрования") { list, rotate, reseal, retire };
        }
    }

    private static async Task<int> List(CommandSession session, CancellationToken cancel)
    {
        var keys = await session.Get<ListKeys>().List(cancel);
        foreach (var key in keys)
        {
            session.Say($"№ {key.Id} от {key.MadeAt:dd.MM.yyyy}{(key.IsCurrent ? ", действующий" : "")}: {Russian.Count(key.Rows, "строка", "строки", "строк")}.");
        }

        session.Result(new { keys = keys.Select(key => new { id = key.Id, madeAt = key.MadeAt, current = key.IsCurrent, rows = key.Rows }) });
        return ExitCode.Done;
    }

    private static async Task<int> Rotate(CommandSession session, bool newKey, CancellationToken cancel)
    {
        var shown = -1L;
        var done = await session.Get<RotateKeys>().Rotate(
            new RotateKeysInput(newKey, (rows, total) =>
            {
                var percent = total == 0 ? 100 : rows * 100 / total;
                if (percent != shown)
                {
                    shown = percent;
                    CommandSession.Progress($"Перешифровано {Russian.Number(rows)} из {Russian.Number(total)}");
                }
            }),
            cancel);
        session.Say($"Действует ключ № {done.Key}. Перешифровано: {Russian.Count(done.Resealed, "строка", "строки", "строк")}.");
        if (done.Unreadable > 0)
        {
            session.Say($"Не открываются: {Russian.Count(done.Unreadable, "строка", "строки", "строк")}. Они повреждены или закрыты ключом, которого нет в наборе; мы их не тронули.");
        }

        if (done.Remaining > done.Unreadable)
        {
            session.Say($"Прежними ключами ещё закрыто: {Russian.Count(done.Remaining - done.Unreadable, "строка", "строки", "строк")}. Дождитесь конца идущих работ и выполните: marshrut keys reseal");
        }
        else if (done.Remaining == 0)
        {
            session.Say("Прежними ключами не закрыто ничего.");
        }

        session.Result(new { key = done.Key, resealed = done.Resealed, remaining = done.Remaining, unreadable = done.Unreadable });
        return done.Remaining == 0 ? ExitCode.Done : ExitCode.DoneWithErrors;
    }

    private static async Task<int> Retire(CommandSession session, uint number, CancellationToken cancel)
    {
        await session.Get<RetireKey>().Retire(number, cancel);
        session.Say($"Ключ № {number} убран из набора. Резервные копии его времени читаются только с набором того же времени.");
        session.Result(new { retired = number });
        return ExitCode.Done;
    }
}
