namespace Marshrut.Core.Platform.Data;

/// <summary>The folder of the installation (<c>Storage:Path</c>): database, jobs and locks on SQLite, and the key ring where it has no folder of its own.</summary>
public sealed class StorageFolder(CoreSettings settings)
{
    public long FreeBytes => new DriveInfo(settings.StoragePath).AvailableFreeSpace;

    /// <summary>
    /// Before anything else is opened. On PostgreSQL nothing but the key ring may lie here, and a mounted ring may be read-only: there it need only exist.
    /// </summary>
    /// <exception cref="InstallationProblem">The folder cannot be made, or on SQLite nothing can be written into it.</exception>
    public void Open()
    {
        if (settings.Database.Provider == DatabaseProvider.Sqlite)
        {
            Probe();
            return;
        }

        try
        {
            Directory.CreateDirectory(settings.StoragePath);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Closed(settings.StoragePath, problem);
        }
    }

    /// <summary>Writes a file and takes it away.</summary>
    /// <exception cref="InstallationProblem">It could not be written.</exception>
    public void Probe()
    {
        try
        {
            Directory.CreateDirectory(settings.StoragePath);

            // A name of its own: several programs may look at once.
            var probe = Path.Combine(settings.StoragePath, ".probe-" + Path.GetRandomFileName());
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            file.WriteByte(1);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Closed(settings.StoragePath, problem);
        }
    }

    public static InstallationProblem Closed(string folder, Exception cause) =>
        new InstallationProblem("storage-closed", $"В папку {folder} нельзя писать. Проверьте Storage:Path, права на папку и свободное место и повторите.", cause);
}
