using Marshrut.Web.Infrastructure;

WebHost.Build(args).Run();
