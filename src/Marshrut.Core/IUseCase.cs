namespace Marshrut.Core;

/// <summary>Marks a use case or a query: one sealed class, one public method, made per scope (DESIGN §4).</summary>
public interface IUseCase;
