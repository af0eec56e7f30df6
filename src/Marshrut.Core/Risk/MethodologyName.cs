namespace Marshrut.Core.Risk;

/// <summary>How a version is called: <c>federal-1</c>, <c>region-00-2</c> in files, «федеральная, версия 1» on pages.</summary>
public static class MethodologyName
{
    public static string Code(MethodologyVersion version) =>
        version.RegionCode is null ? $"federal-{version.Number}" : $"region-{version.RegionCode}-{version.Number}";

    public static string InWords(MethodologyVersion version) =>
        version.RegionCode is null ? $"федеральная, версия {version.Number}" : $"региональная, версия {version.Number}";
}
