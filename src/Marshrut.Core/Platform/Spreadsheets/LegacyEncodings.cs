using System.Text;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>Windows code pages, which .NET knows only after it was told to.</summary>
internal static class LegacyEncodings
{
    static LegacyEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Windows1251 { get; } = Encoding.GetEncoding(1251);

    /// <summary>Makes the code pages known to libraries that ask for them by number.</summary>
    public static void Register() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(LegacyEncodings).TypeHandle);
}
