using System.Text;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>Windows code pages, which .NET knows only after it was told to.</summary>
internal static class LegacyEncodings
{
    // Not a static constructor: initializers run before its body, and the page would be asked for before anybody knows it.
    public static Encoding Windows1251 { get; } = RegisterAndFind(1251);

    /// <summary>Makes the code pages known to libraries that ask for them by number.</summary>
    public static void Register() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(LegacyEncodings).TypeHandle);

    private static Encoding RegisterAndFind(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(codePage);
    }
}
