using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>Who the actors of the journal and of jobs are, in words for a page.</summary>
public sealed class NameActors(MarshrutDb db) : IUseCase
{
    /// <returns>Actor → name: a full name, or what the system process is. Every actor asked for is there.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Name(IEnumerable<string> actors, CancellationToken cancel)
    {
        var asked = actors.Distinct().ToList();
        var ids = asked.Select(Actors.UserIn).OfType<long>().ToList();
        var names = ids.Count == 0 ? [] : await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return asked.ToDictionary(actor => actor, actor => Actors.UserIn(actor) is { } id ? names.GetValueOrDefault(id, "Пользователь удалён") : SystemName(actor));
    }

    private static string SystemName(string actor) => actor switch
    {
        Actors.CommandLine => "Командная строка",
        "system:schedule" => "Расписание",
        _ when Actors.IsPerson(actor) => "Сам человек",
        _ => "Программа",
    };
}
