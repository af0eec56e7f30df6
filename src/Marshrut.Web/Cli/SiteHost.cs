using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Web.Infrastructure;

namespace Marshrut.Web.Cli;

/// <summary>A node as a command opens it: the pages, and the jobs that they queue.</summary>
internal static class SiteHost
{
    /// <param name="args">Settings of the command line (<c>--urls</c>, <c>--environment</c>).</param>
    public static WebApplication Build(string[] args) => WebHost.Build(args, builder =>
        builder.Services.AddMarshrutJobs(CoreSettings.From(builder.Configuration), JobSettings.From(builder.Configuration)));
}
