namespace Marshrut.Web.Ui.Frame;

/// <summary>The numbers of the frame.</summary>
/// <param name="Notices">Unread, at the bell.</param>
/// <param name="Waiting">End of a section's address → how many things wait there.</param>
public sealed record FrameCounts(int Notices, IReadOnlyDictionary<string, int> Waiting);
