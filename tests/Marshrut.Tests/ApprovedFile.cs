namespace Marshrut.Tests;

/// <summary>
/// Compares a generated text with the one checked in under the repository. When they differ, the new one is written beside as
/// <c>*.received.*</c>: read it, and if it is right, put it in the place of the approved one.
/// </summary>
internal static class ApprovedFile
{
    public static async Task Check(string path, string text)
    {
        var approved = Path.Combine(Root(), path);
        var received = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var known = File.Exists(approved) ? await File.ReadAllTextAsync(approved) : "";
        if (known.ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text);
        var line = text.Split('\n').Zip(known.ReplaceLineEndings("\n").Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
        Assert.Fail($"{path} differs from line {line} on from what the program says; see {Path.GetFileName(received)} beside it.");
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Marshrut.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
