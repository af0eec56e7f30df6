using System.Text.Json;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <param name="Words">What happened, in words; not which check failed.</param>
public sealed record SignInRow(DateTime At, bool Succeeded, string Words);

/// <summary>The newest sign-ins and refused tries of one user, from the journal.</summary>
public sealed class ListSignIns(MarshrutDb db) : IUseCase
{
    private const int Rows = 10;
    private static readonly string[] Actions = [AuditActions.SignedIn, AuditActions.SignInRefused];

    public async Task<IReadOnlyList<SignInRow>> List(long userId, CancellationToken cancel)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Chain == AuditLog.InstallationChain && entry.SubjectKind == "user" && entry.SubjectId == userId && Actions.Contains(entry.Action))
            .OrderByDescending(entry => entry.Sequence)
            .Take(Rows)
            .Select(entry => new { entry.At, entry.Action, entry.Details })
            .ToListAsync(cancel);
        return [.. entries.Select(entry => new SignInRow(entry.At, entry.Action == AuditActions.SignedIn, Words(entry.Action, entry.Details)))];
    }

    private static string Words(string action, string details)
    {
        using var json = JsonDocument.Parse(details);
        if (action == AuditActions.SignInRefused)
        {
            return "неудачная попытка";
        }

        return json.RootElement.GetProperty("way").GetString() switch
        {
            "totp" => "вход с кодом из приложения",
            "recovery-code" => "вход с запасным кодом",
            _ => "вход с паролем",
        };
    }
}
