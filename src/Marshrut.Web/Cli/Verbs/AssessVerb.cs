using System.CommandLine;
using System.Globalization;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Web.Cli.Verbs;

internal static class AssessVerb
{
    // What a stored day can hold lies between; statistics and graduation years do, too.
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    public static Command Command
    {
        get
        {
            var org = new Option<string?>("--org") { Description = "Код организации; без него — все организации всех регионов" };
            var finalYear = new Option<bool>("--final-year") { Description = "Только выпускной курс" };
            var asOf = new Option<string?>("--as-of") { Description = "На какой день, ГГГГ-ММ-ДД; без него — сегодня" };
            var region = new Option<string?>("--region") { Description = "Код региона: все его организации" };
            var programme = new Option<string?>("--programme") { Description = "Только это направление, NN.NN.NN" };
            var course = new Option<int?>("--course") { Description = "Только этот курс" };
            var group = new Option<string?>("--group") { Description = "Только эта группа" };
            var command = new Command("assess", "Определить риск нетрудоустройства") { org, region, finalYear, programme, course, group, asOf };
            command.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed,
                (session, stop) => Assess(
                    session,
                    (parsed.GetValue(org), parsed.GetValue(region)),
                    parsed.GetValue(finalYear),
                    new AssessedPart(parsed.GetValue(programme), parsed.GetValue(course), parsed.GetValue(group)),
                    parsed.GetValue(asOf),
                    stop),
                cancel,
                stopped: Stopped.GoesOn));
            return command;
        }
    }

    private static async Task<int> Assess(
        CommandSession session, (string? Organization, string? Region) where, bool finalYear, AssessedPart part, string? asOfText, CancellationToken cancel)
    {
        var (code, regionCode) = where;
        var asOf = session.Get<TimeProvider>().Today();
        if (asOfText is not null && !DateOnly.TryParseExact(asOfText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out asOf))
        {
            throw CommandFailure.BadInput("bad-date", $"--as-of «{asOfText}» не читается как день. Напишите ГГГГ-ММ-ДД, например 2026-09-01.");
        }

        if (asOf < Earliest || asOf > Latest)
        {
            throw CommandFailure.BadInput("bad-date", $"--as-of «{asOfText}» — слишком далёкий день. Напишите день с {Earliest.Year} по {Latest.Year} год.");
        }

        CheckShape(part);
        var db = session.Get<MarshrutDb>();
        if (regionCode is not null && !await db.Regions.AnyAsync(row => row.Code == regionCode, cancel))
        {
            throw CommandFailure.BadInput("unknown-region", $"Региона с кодом «{regionCode}» нет. Напишите две цифры кода, например 52.");
        }

        var organizations = await db.Organizations.AsNoTracking()
            .Where(row => row.Kind != OrganizationKind.School && (code == null || row.Code == code) && (regionCode == null || row.RegionCode == regionCode))
            .OrderBy(row => row.RegionCode).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        if (code is not null && organizations.Count == 0)
        {
            // Throws where there is none; what is left is another region's organisation, or a school, whose pupils are not assessed (R21).
            var organization = await session.EnterOrganization(code, cancel);
            throw organization.Kind == OrganizationKind.School
                ? CommandFailure.BadInput("school", $"{organization.Name} — школа: у учеников риск нетрудоустройства не определяют. Назовите колледж, вуз или центр занятости.")
                : CommandFailure.BadInput("other-region", $"{organization.Name} не в регионе «{regionCode}». Уберите ключ --region или назовите регион организации.");
        }

        if (part != AssessedPart.Whole)
        {
            organizations = await WithPart(session, organizations, part, cancel);
            if (organizations.Count == 0)
            {
                throw CommandFailure.BadInput("no-such-part", "Никого с таким направлением, курсом и группой в реестре нет. Проверьте --programme, --course и --group: они пишутся так же, как в реестре.");
            }
        }

        var total = AssessmentCounts.None;
        var methodologies = new List<string>();
        var input = new AssessOrganizationInput(asOf, finalYear, part == AssessedPart.Whole ? null : part);
        await foreach (var counts in session.Get<AssessOrganizations>().Assess(organizations, input, progress: null, cancel))
        {
            session.Say($"{organizations[methodologies.Count].Name}: {Russian.Count(counts.Assessed, "человек", "человека", "человек")}, высокий уровень у {Russian.Number(counts.High)}");
            methodologies.Add(counts.Methodology);
            total = total.With(counts);
        }

        if (organizations.Count == 0)
        {
            methodologies.Add(MethodologyName.Code(await session.Get<MethodologyInForce>().Find(regionCode, asOf, cancel)));
        }

        session.Say($"Риск определён: {Russian.Number(total.Assessed)}. Высокий: {Russian.Number(total.High)}, невысокий: {Russian.Number(total.NotHigh)}, из них предварительно: {Russian.Number(total.Preliminary)}.");
        if (total.WithoutConsent > 0)
        {
            session.Say($"Без согласия на определение риска: {Russian.Number(total.WithoutConsent)}. Их уровень не определён.");
        }

        var result = new Dictionary<string, object>
        {
            ["methodology"] = string.Join(", ", methodologies.Distinct()),
            ["asOf"] = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["assessed"] = total.Assessed,
            ["high"] = total.High,
            ["notHigh"] = total.NotHigh,
            ["preliminary"] = total.Preliminary,
        };
        if (total.WithoutConsent > 0)
        {
            result["withoutConsent"] = total.WithoutConsent;
        }

        session.Result(result);
        return ExitCode.Done;
    }

    /// <summary>Those of the organisations whose register knows the part.</summary>
    private static async Task<List<Organization>> WithPart(CommandSession session, List<Organization> organizations, AssessedPart part, CancellationToken cancel)
    {
        var found = new List<Organization>();
        foreach (var organization in organizations)
        {
            session.Get<ActingScope>().EnterOrganization(organization.Id, organization.RegionCode);
            if (await session.Get<FindPart>().Exists(part, cancel))
            {
                found.Add(organization);
            }
        }

        return found;
    }

    private static void CheckShape(AssessedPart part)
    {
        if (part.Programme is { } programme && !ProgrammeCodes.IsCode(programme))
        {
            throw CommandFailure.BadInput("bad-programme", $"--programme «{programme}» — не код направления. Напишите его так: 09.02.07.");
        }

        if (part.Course is < 1 or > 6)
        {
            throw CommandFailure.BadInput("bad-course", $"--course «{part.Course}» — такого курса нет. Напишите число от 1 до 6.");
        }
    }
}
