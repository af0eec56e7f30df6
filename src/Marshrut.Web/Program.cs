return await Marshrut.Web.Cli.CommandLine.Run(args);
