using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk;

/// <summary>Facts and results as they lie in the database: blocks of one size each, sealed and bound to their row (R27).</summary>
public static class SealedFacts
{
    public static byte[] Seal(this Sealer sealer, in PersonFacts facts, long personId)
    {
        Span<byte> plain = stackalloc byte[PersonFacts.Size];
        facts.WriteTo(plain);
        return sealer.Seal(plain, SealPurpose.PersonFacts, personId);
    }

    public static byte[] Seal(this Sealer sealer, in EnrolmentFacts facts, long enrolmentId)
    {
        Span<byte> plain = stackalloc byte[EnrolmentFacts.Size];
        facts.WriteTo(plain);
        return sealer.Seal(plain, SealPurpose.EnrolmentFacts, enrolmentId);
    }

    public static byte[] Seal(this Sealer sealer, in AssessmentBlock block, long assessmentId)
    {
        Span<byte> plain = stackalloc byte[AssessmentBlock.Size];
        block.WriteTo(plain);
        return sealer.Seal(plain, SealPurpose.Assessment, assessmentId);
    }

    public static PersonFacts OpenPersonFacts(this Sealer sealer, byte[] block, long personId)
    {
        Span<byte> plain = stackalloc byte[PersonFacts.Size];
        sealer.Open(block, SealPurpose.PersonFacts, personId, plain);
        return PersonFacts.ReadFrom(plain);
    }

    public static EnrolmentFacts OpenEnrolmentFacts(this Sealer sealer, byte[] block, long enrolmentId)
    {
        Span<byte> plain = stackalloc byte[EnrolmentFacts.Size];
        sealer.Open(block, SealPurpose.EnrolmentFacts, enrolmentId, plain);
        return EnrolmentFacts.ReadFrom(plain);
    }

    public static AssessmentBlock OpenAssessment(this Sealer sealer, byte[] block, long assessmentId)
    {
        Span<byte> plain = stackalloc byte[AssessmentBlock.Size];
        sealer.Open(block, SealPurpose.Assessment, assessmentId, plain);
        return AssessmentBlock.ReadFrom(plain);
    }
}
