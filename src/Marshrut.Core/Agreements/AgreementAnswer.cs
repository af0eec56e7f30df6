namespace Marshrut.Core.Agreements;

/// <summary>What became of a form: written, or told of what another did meanwhile.</summary>
/// <param name="Conflict">Null: written.</param>
public sealed record AgreementAnswer(AgreementConflict? Conflict)
{
    internal static readonly AgreementAnswer Written = new((AgreementConflict?)null);
}

/// <summary>What somebody else wrote while a form was being filled in.</summary>
/// <param name="Acts">Newest first.</param>
/// <param name="Now">What stands now.</param>
/// <param name="NowVersion">Sent again with it, the form is written over the change knowingly.</param>
public sealed record AgreementConflict(IReadOnlyList<AgreementAct> Acts, AgreementTerms Now, int NowVersion);
