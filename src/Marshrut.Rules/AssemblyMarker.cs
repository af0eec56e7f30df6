namespace Marshrut.Rules;

/// <summary>Names this assembly to tests and to the host; holds nothing.</summary>
public static class AssemblyMarker;
