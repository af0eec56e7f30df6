namespace Marshrut.Rules.Risk;

/// <summary>What the kernel reads of one enrolment: twelve bytes.</summary>
/// <param name="Present">Bit <c>Number − 1</c> of each present characteristic.</param>
/// <param name="Known">Bit <c>Number − 1</c> of each known characteristic; every present one is known.</param>
/// <param name="Variant">Which overrides apply, from <see cref="CompiledMethodology.VariantFor"/>.</param>
/// <param name="Flags">What moves the priority besides.</param>
public readonly record struct PersonMask(uint Present, uint Known, ushort Variant, RiskFlags Flags);
