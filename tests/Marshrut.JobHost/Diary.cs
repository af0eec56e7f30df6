namespace Marshrut.JobHost;

/// <summary>A file that outlives the process: what it did, a line each.</summary>
public sealed class Diary(string path)
{
    public void Write(string line) => File.AppendAllText(path, line + "\n");
}
