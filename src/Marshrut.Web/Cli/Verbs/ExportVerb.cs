using System.CommandLine;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk.Export;
using Marshrut.Rules.Language;

namespace Marshrut.Web.Cli.Verbs;

internal static class ExportVerb
{
    public static Command Command
    {
        get
        {
            var org = new Option<string>("--org") { Description = "Код организации", Required = true };
            var format = new Option<string>("--format") { Description = "json, csv или xlsx", Required = true };
            format.AcceptOnlyFromAmong("json", "csv", "xlsx");
            var output = new Option<string>("--out") { Description = "Куда записать", Required = true };
            var assessments = new Command("assessments", "Выгрузить уровни риска с объяснениями") { org, format, output };
            assessments.SetAction((parsed, cancel) => CommandLine.WithDatabase(
                parsed, (session, stop) => Export(session, parsed.GetValue(org)!, parsed.GetValue(format)!, parsed.GetValue(output)!, stop), cancel));
            return new Command("export", "Выгрузить данные") { assessments };
        }
    }

    private static async Task<int> Export(CommandSession session, string code, string format, string path, CancellationToken cancel)
    {
        var organization = await session.EnterOrganization(code, cancel);
        var rows = session.Get<AssessmentsForExport>().Read(cancel);

        await using var file = DraftFile.Create(path);
        var count = format switch
        {
            "json" => await AssessmentsJson.Write(file.Stream, rows, cancel),
            "csv" => await AssessmentsTable.WriteCsv(file.Stream, rows, special: true, cancel),
            _ => await AssessmentsTable.WriteXlsx(file.Stream, rows, special: true, cancel),
        };
        var db = session.Get<MarshrutDb>();
        db.Audit(new AuditDraft(organization.Id, AuditActions.Exported, "assessments", Details: new { format, rows = count }));
        db.Audit(new AuditDraft(organization.Id, AuditActions.SpecialReadByRun, "assessments", Details: new { people = count }));
        await db.SaveChangesAsync(cancel);
        await file.Keep();
        session.Say($"Записано {Russian.Count(count, "строка", "строки", "строк")}: {path}");
        session.Result(new { rows = count, file = path });
        return ExitCode.Done;
    }
}
