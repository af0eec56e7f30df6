using Marshrut.Core;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.JobHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Arguments: provider, connection string or "-", storage folder, keys folder, file to write what happens to, "serve" or "command".
var settings = new CoreSettings(
    new DatabaseOptions { Provider = Enum.Parse<DatabaseProvider>(args[0]), ConnectionString = args[1] == "-" ? null : args[1] },
    args[2],
    args[3],
    AnyoneHoldsRestrictedFacts: false);
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Services.AddMarshrutCore(settings);
builder.Services.AddSingleton(new Diary(args[4]));
builder.Services.AddScoped<IBackgroundWork, LongWork>();
if (args[5] == "serve")
{
    builder.Services.AddMarshrutJobs(settings, JobSettings.Default);
    await builder.Build().RunAsync();
}
else
{
    using var host = builder.Build();
    await using var scope = host.Services.CreateAsyncScope();
    await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run(LongWork.Name, new { }, null, CancellationToken.None);
}
