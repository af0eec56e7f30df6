using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Consents;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Consents;

/// <summary>One sheet to sign.</summary>
/// <param name="IsMinor">A representative signs.</param>
public sealed record ConsentBlank(string FullName, string? Group, bool IsMinor, IReadOnlyList<string> Paragraphs);

/// <param name="TextNumber">0: the sample.</param>
/// <param name="Left">People beyond the sheets.</param>
public sealed record ConsentBlanks(string Operator, int TextNumber, IReadOnlyList<ConsentBlank> Sheets, int Left);

/// <summary>Consents ready to be signed, one sheet a person, by the text in use. Names leave the screen, so the journal is told first.</summary>
public sealed class PrintConsentBlanks(MarshrutDb db, ListConsents list, FindConsentText texts, FindServiceOffices service) : IUseCase
{
    public const int Most = 300;

    /// <param name="filter">Whom to print.</param>
    /// <param name="enrolmentIds">Only these; empty: all that the filter finds.</param>
    /// <param name="recipientId">The employment centre, of whose service the sheet of a transfer speaks; null: a line to write on.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<ConsentBlanks> Print(ConsentFilter filter, IReadOnlyCollection<long> enrolmentIds, long? recipientId, CancellationToken cancel)
    {
        var found = await list.List(filter, cancel);
        var chosen = enrolmentIds.Count == 0 ? found.Found : [.. found.Found.Where(line => enrolmentIds.Contains(line.EnrolmentId))];
        var text = (await texts.Find(filter.Purpose, cancel))[0];
        var own = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        var values = new Dictionary<string, string>
        {
            [ConsentText.Operator] = Legal(own.LegalName ?? own.Name, own.Inn, own.Address),
            [ConsentText.Term] = text.TermMonths is { } months ? $"{Term(months)} со дня подписи" : "до отзыва",
        };
        if (recipientId is { } recipient && await service.Find(recipient, cancel) is { } receiving)
        {
            values[ConsentText.Recipient] = Legal(receiving.LegalName, receiving.Inn, receiving.Address)
                + (receiving.Offices.Count > 1 ? $", отделения: {string.Join("; ", receiving.Offices.Select(office => office.Address is { } at ? $"{office.Name}, {at}" : office.Name))}" : "");
        }

        var sheets = chosen.Take(Most).Select(line => Sheet(line, text.Text, values, found.Situation.Today)).ToList();
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "consents", Details: new { what = "consent-blanks", rows = sheets.Count }));
        await db.SaveChangesAsync(cancel);
        return new ConsentBlanks(own.LegalName ?? own.Name, text.Number, sheets, chosen.Count - sheets.Count);
    }

    private static ConsentBlank Sheet(ConsentLine line, string text, Dictionary<string, string> values, DateOnly today)
    {
        var fullName = $"{line.LastName} {line.FirstName} {line.MiddleName}".TrimEnd();
        var isMinor = ConsentAge.IsMinor(line.BirthDate, today);
        var own = new Dictionary<string, string>(values)
        {
            [ConsentText.Signer] = isMinor
                ? $"______________________________________________, законный представитель несовершеннолетнего: {fullName}, дата рождения {Russian.Date(line.BirthDate)}"
                : $"{fullName}, дата рождения {Russian.Date(line.BirthDate)}",
        };
        return new ConsentBlank(fullName, line.Group, isMinor, ConsentText.Fill(text, own));
    }

    private static string Legal(string name, string? inn, string? address) =>
        string.Join(", ", new[] { name, inn is null ? null : $"ИНН {inn}", address }.OfType<string>());

    private static string Term(int months) => months % 12 == 0 ? Russian.Count(months / 12, "год", "года", "лет") : Russian.Count(months, "месяц", "месяца", "месяцев");
}
