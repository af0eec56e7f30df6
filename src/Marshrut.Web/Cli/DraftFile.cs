namespace Marshrut.Web.Cli;

/// <summary>
/// A file that the user named, whole or not at all: it is written beside its place and moved there at the end. What is not finished holds names of
/// people and goes, also after Ctrl+C.
/// </summary>
internal sealed class DraftFile : IAsyncDisposable
{
    private readonly string path;
    private readonly string draft;

    private DraftFile(string path, string draft, FileStream stream) => (this.path, this.draft, Stream) = (path, draft, stream);

    public FileStream Stream { get; }

    /// <exception cref="CommandFailure"><c>unwritable-file</c>: nothing can be written there.</exception>
    public static DraftFile Create(string path)
    {
        var draft = path + ".part";
        try
        {
            return Directory.Exists(path)
                ? throw new IOException("A folder stands there.")
                : new DraftFile(path, draft, new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw CommandFailure.BadInput("unwritable-file", $"Файл «{path}» не записать: проверьте, что папка есть и в неё можно писать.");
        }
    }

    /// <summary>Puts the finished file in its place, over an earlier one.</summary>
    public async Task Keep()
    {
        await Stream.DisposeAsync();
        File.Move(draft, path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Stream.DisposeAsync();
        }
        catch (IOException)
        {
            // A full disk: what stopped the writing has been thrown already.
        }

        File.Delete(draft);
    }
}
