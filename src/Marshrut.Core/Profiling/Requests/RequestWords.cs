using Marshrut.Rules.Profiling;

namespace Marshrut.Core.Profiling.Requests;

/// <summary>Client requests as people read them.</summary>
public static class RequestWords
{
    public static string State(RequestState state) => state switch
    {
        RequestState.Open => "открыт",
        RequestState.InWork => "в работе",
        RequestState.Met => "выполнен",
        _ => "отозван",
    };
}
