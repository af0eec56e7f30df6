namespace Marshrut.Core.Platform.Jobs;

/// <param name="Done">Units finished.</param>
/// <param name="Total">Units in all; 0: not known yet.</param>
/// <param name="Phase">What is being done now, in Russian, without personal data: «запись строк».</param>
public sealed record JobProgress(long Done, long Total, string Phase);
