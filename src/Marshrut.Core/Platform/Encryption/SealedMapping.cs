using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>Says in a mapping that the key ring seals a column. Every column of bytes that does not say so must be named by the test of the convention.</summary>
public static class SealedMapping
{
    internal const string Annotation = "Marshrut:Sealed";

    /// <param name="property">Bytes: the block itself. Text: blocks in base64, alone or within other text.</param>
    /// <param name="purposes">What the blocks were sealed as; the row they are bound to is the key where that is one number, else 0.</param>
    public static PropertyBuilder<T> IsSealed<T>(this PropertyBuilder<T> property, params SealPurpose[] purposes) =>
        property.HasAnnotation(Annotation, string.Join(',', purposes));
}
