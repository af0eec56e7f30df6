using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.People;

/// <summary>Facts as they lie in the database: blocks of one size each, sealed and bound to their row (R27).</summary>
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
}
