namespace Marshrut.Web.Ui.Movement;

/// <summary>A part of a share bar: how many, what they are, in which colour.</summary>
public sealed record SharePart(long Value, string Words, Tone Tone);
