namespace Marshrut.Tests.Architecture;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = ApprovedFile.Root();

    /// <summary>Lines with content: without comments (#) and blank ones.</summary>
    public static IEnumerable<string> Lines(string path) =>
        File.ReadLines(Path.Combine(Root, path)).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);
}
