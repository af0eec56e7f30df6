using Marshrut.Core.Platform;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Sandbox;

/// <summary>Makes a draft of the region of what was tried: from there it is brought into force with a reason and a document.</summary>
public sealed class DraftFromTrial(CopyMethodology copy, ChangeMethodology change) : IUseCase
{
    /// <param name="baseId">The version that was tried with other parameters.</param>
    /// <param name="parameters">As tried.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <exception cref="RuleViolation">There is no such version here, or the parameters cannot be used.</exception>
    public async Task<MethodologyVersion> Draft(long baseId, MethodologyParameters parameters, CancellationToken cancel)
    {
        parameters.Check();
        var draft = await copy.Copy(baseId, cancel);
        await change.Change(draft.Id, parameters, cancel);
        return draft;
    }
}
