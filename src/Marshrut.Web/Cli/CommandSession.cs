using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Web.Cli;

/// <summary>One run of a command: its services, and where it speaks. With <c>--json</c> one object goes to standard output and nothing else.</summary>
internal sealed class CommandSession(IServiceProvider services, bool json)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        IndentSize = 1,
    };

    public bool IsJson => json;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A line for a person; silent with <c>--json</c>.</summary>
    public void Say(string line)
    {
        if (!json)
        {
            Console.Out.WriteLine(line);
        }
    }

    /// <summary>The result for a program; silent without <c>--json</c>.</summary>
    public void Result(object result)
    {
        if (json)
        {
            Print(result);
        }
    }

    /// <summary>How far a long command is; standard output stays for the result.</summary>
    public static void Progress(string line) => Console.Error.WriteLine(line);

    public static void Print(object result) => Console.Out.WriteLine(JsonSerializer.Serialize(result, Json));

    /// <summary>Enters the organisation with this code as the command line's operator.</summary>
    public async Task<Organization> EnterOrganization(string code, CancellationToken cancel)
    {
        var organization = await Get<MarshrutDb>().Organizations.AsNoTracking().FirstOrDefaultAsync(row => row.Code == code, cancel)
            ?? throw CommandFailure.BadInput("unknown-organization", $"Организации с кодом «{code}» нет. Добавьте её командой org add.");
        var scope = Get<ActingScope>();
        scope.EnterOrganization(organization.Id, organization.RegionCode, mayHandleRestricted: true);
        return organization;
    }

    /// <summary>Reads a local file that the user named.</summary>
    public static FileStream OpenFile(string path)
    {
        if (!File.Exists(path))
        {
            throw CommandFailure.BadInput("no-file", $"Файла «{path}» нет. Проверьте имя и папку.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw CommandFailure.BadInput("unreadable-file", $"Файл «{path}» не открывается. Закройте его в Excel или проверьте права и повторите.");
        }
    }
}
