using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk;

/// <summary>Results as they lie in the database: blocks of one size, sealed and bound to their row (R27).</summary>
public static class SealedAssessments
{
    public static byte[] Seal(this Sealer sealer, in AssessmentBlock block, long assessmentId)
    {
        Span<byte> plain = stackalloc byte[AssessmentBlock.Size];
        block.WriteTo(plain);
        return sealer.Seal(plain, SealPurpose.Assessment, assessmentId);
    }

    public static AssessmentBlock OpenAssessment(this Sealer sealer, byte[] block, long assessmentId)
    {
        Span<byte> plain = stackalloc byte[AssessmentBlock.Size];
        sealer.Open(block, SealPurpose.Assessment, assessmentId, plain);
        return AssessmentBlock.ReadFrom(plain);
    }
}
