using System.Text;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>Words that people write about one person: never plain in the database.</summary>
internal static class SealedNotes
{
    public static byte[] SealNote(this Sealer sealer, string text, SealPurpose purpose, long rowId) =>
        sealer.Seal(PaddedText.Pad(Encoding.UTF8.GetBytes(text)), purpose, rowId);

    public static string OpenNote(this Sealer sealer, byte[] block, SealPurpose purpose, long rowId) =>
        Encoding.UTF8.GetString(PaddedText.Unpad(sealer.Open(block, purpose, rowId)));
}
