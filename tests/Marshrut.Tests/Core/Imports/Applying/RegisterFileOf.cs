using System.Text;
using Marshrut.Core.Imports;
using Marshrut.Core.Organizations;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Imports.Applying;

/// <summary>Small registers as text, put through the real intake of a test database.</summary>
internal static class RegisterFileOf
{
    /// <summary>Imports csv lines, the header first, with every permission, as the command does, and gives the report.</summary>
    public static async Task<ImportReport> Import(this TestDatabase database, Organization organization, params string[] lines)
    {
        await using var scope = database.Enter(organization, mayHandleRestricted: true);
        return await Apply(scope.ServiceProvider, lines);
    }

    /// <summary>The same in a scope that has entered its organisation already.</summary>
    public static async Task<ImportReport> Apply(IServiceProvider services, string[] lines)
    {
        var (register, intake) = await Stage(services, lines);
        return await services.GetRequiredService<ApplyRegister>()
            .Apply(new ApplyRegisterInput("register.csv", register, await intake.Options(TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
    }

    public static async Task<ImportReport> Preview(this TestDatabase database, Organization organization, params string[] lines)
    {
        await using var scope = database.Enter(organization);
        var (register, intake) = await Stage(scope.ServiceProvider, lines);
        return await intake.Preview(register, await intake.Options(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    public static (int Created, int Updated, int Unchanged, int Rejected) Counts(this ImportReport report) =>
        (report.Created, report.Updated, report.Unchanged, report.Rejected);

    private static async Task<(StagedRegister Register, RegisterIntake Intake)> Stage(IServiceProvider services, string[] lines)
    {
        var intake = services.GetRequiredService<RegisterIntake>();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return (intake.Stage(file, await intake.Options(TestContext.Current.CancellationToken), default), intake);
    }
}
