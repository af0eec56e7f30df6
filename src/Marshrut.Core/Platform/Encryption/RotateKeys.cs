using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>Adds a key to the ring and seals everything new with it; what older keys sealed stays readable. Other nodes take it up when they are started again.</summary>
public sealed class RotateKeys(CoreSettings settings, RememberedRing remembered, KeyRing ring, TimeProvider clock) : IUseCase
{
    /// <returns>Number of the new key.</returns>
    public uint Rotate()
    {
        // The ring was opened with all its checks before this line: a foreign one never comes so far.
        remembered.Remember(ring);
        var rotated = KeyRing.Rotate(settings.KeysPath, clock);
        remembered.Remember(rotated);
        return rotated.CurrentId;
    }
}
