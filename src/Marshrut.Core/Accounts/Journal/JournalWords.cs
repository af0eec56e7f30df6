using System.Text.Json;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Accounts.Journal;

/// <summary>A line of a journal in plain words. It reads what the use cases wrote into the details; personal values stand elsewhere, sealed.</summary>
public static class JournalWords
{
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="details">JSON as it stands in the journal.</param>
    /// <param name="subject">Login of the user it was done to; null: none, or removed since.</param>
    public static string Of(string action, string details, string? subject)
    {
        using var json = JsonDocument.Parse(details);
        var told = json.RootElement;
        var who = subject is null ? "" : $" {subject}";
        return action switch
        {
            AuditActions.OrganizationAdded => $"Добавлена организация «{Text(told, "name")}», код {Text(told, "code")}",
            AuditActions.OrganizationChanged => $"Изменена организация {Text(told, "code")}: {Changes(told)}",
            AuditActions.DistrictsAssigned => $"Регион {Text(told, "region")}: {Districts(told)}",
            AuditActions.DistrictsRemoved => $"Регион {Text(told, "region")}: убран район «{Text(told, "district")}»",
            AuditActions.UserAdded => $"Добавлен пользователь{who}: {RoleIn(told)}",
            AuditActions.UserChanged => $"Изменено имя пользователя{who}",
            AuditActions.UserBlocked => $"Закрыт вход пользователю{who}",
            AuditActions.UserUnblocked => $"Открыт вход пользователю{who}",
            AuditActions.RoleGiven => $"Выдана роль пользователю{who}: {RoleIn(told)}",
            AuditActions.RoleWithdrawn => $"Снята роль с пользователя{who}: {RoleIn(told)}",
            AuditActions.PasswordChanged => "Сменил свой пароль",
            AuditActions.PasswordReset => $"Выдан одноразовый пароль пользователю{who}",
            AuditActions.SecondStepSet => "Подключил второй шаг входа",
            AuditActions.SecondStepReset => $"Снят второй шаг входа у пользователя{who}",
            AuditActions.RecoveryCodesRenewed => "Получил новые запасные коды",
            AuditActions.ApiKeyAdded => $"Выдан ключ «{Text(told, "name")}» организации {Text(told, "organization")}",
            AuditActions.ApiKeyRevoked => $"Отозван ключ «{Text(told, "name")}» организации {Text(told, "organization")}",
            AuditActions.SignedIn => Text(told, "way") switch
            {
                "totp" => "Вход с кодом из приложения",
                "recovery-code" => "Вход с запасным кодом",
                _ => "Вход с паролем",
            },
            AuditActions.SignInRefused => Text(told, "reason") switch
            {
                "unknown" => "Вход не удался: такого логина нет",
                "locked" => $"Вход не удался: логин{who} закрыт на четверть часа после неверных попыток",
                "blocked" => $"Вход не удался: вход пользователю{who} закрыт",
                "code" => $"Вход не удался: неверный код второго шага, логин{who}",
                _ => $"Вход не удался: неверный пароль, логин{who}",
            },
            AuditActions.StatisticsImported => $"Загружена статистика трудоустройства: {Russian.Count(Number(told, "read"), "строка", "строки", "строк")}",
            AuditActions.ProgrammesImported =>
                $"Загружен список направлений: {Russian.Count(Number(told, "read"), "строка", "строки", "строк")}, новых {Number(told, "created")}, изменённых {Number(told, "updated")}",
            AuditActions.MethodologyChanged => "Изменена методика",
            AuditActions.PlanCatalogueChanged => $"Изменён каталог мер региона: {Text(told, "what")}",
            AuditActions.KeysRotated => "Сменён ключ шифрования",
            AuditActions.KeysResealed => "Перешифрованы строки, закрытые прежними ключами",
            AuditActions.KeyRetired => "Прежний ключ шифрования убран из набора",
            AuditActions.Pruned => "Убраны записи, срок хранения которых вышел",
            AuditActions.Checkpoint => "Старые записи журнала заменены отметкой",
            AuditActions.DemoRegionMade => "Создан выдуманный регион",
            AuditActions.BenchDataMade => "Созданы данные для измерений",
            _ => RegisterWords.Of(action, told),
        };
    }

    /// <summary>Who did it, in words.</summary>
    public static string Actor(string actor, string? login) => actor switch
    {
        Actors.CommandLine => "командная строка",
        SystemActors.Prune => "отметка вместо убранных записей",
        SystemActors.Exchange => "обмен между организациями",
        "system:jobs" => "задание по расписанию",
        "system:unknown" => "не вошедший посетитель",
        _ => login ?? actor,
    };

    private static string RoleIn(JsonElement told)
    {
        var role = Enum.TryParse<Role>(Text(told, "role"), out var known) ? RoleNames.Of(known) : Text(told, "role");
        var place = Text(told, "organization") is { Length: > 0 } code ? $", {code}" : Text(told, "region") is { Length: > 0 } region ? $", регион {region}" : "";
        var restricted = told.TryGetProperty("restricted", out var flag) && flag.ValueKind == JsonValueKind.True ? ", с допуском к закрытым сведениям" : "";
        return role + place + restricted;
    }

    private static string Changes(JsonElement told) => told.TryGetProperty("changes", out var changes)
        ? string.Join("; ", changes.EnumerateArray().Select(change =>
            $"{Field(Text(change, "field"))} — было {Value(change, "before")}, стало {Value(change, "after")}"))
        : "";

    private static string Districts(JsonElement told) => told.TryGetProperty("changed", out var changed)
        ? string.Join("; ", changed.EnumerateArray().Select(row =>
            $"район «{Text(row, "district")}» — {(Text(row, "centre") is { Length: > 0 } centre ? centre : "без центра занятости")}"))
        : "";

    private static string Field(string name) => name switch
    {
        "name" => "название",
        "careerCentre" => "центр карьеры",
        "legalName" => "юридическое лицо",
        "inn" => "ИНН",
        "address" => "адрес",
        "riskBasis" => "основание определения риска",
        _ => name,
    };

    private static string Value(JsonElement change, string name) => Text(change, name) switch
    {
        "" => "не указано",
        nameof(RiskBasis.Own) => "собственное",
        nameof(RiskBasis.Consent) => "согласие человека",
        var text => $"«{text}»",
    };

    internal static int Number(JsonElement told, string name) => told.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

    internal static string Text(JsonElement told, string name) =>
        told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
