namespace Marshrut.Tests.Core.Platform.Spreadsheets;

/// <summary>Files that a real program wrote, under <c>Files/</c> of this project.</summary>
internal static class TestFile
{
    public static FileStream Open(string name) => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Files", name));
}
