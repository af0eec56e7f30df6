namespace Marshrut.Core.Register.Editing;

/// <summary>What a form was filled in from: whoever writes over a later change is told of it first.</summary>
/// <param name="At">When the form was read, UTC.</param>
public sealed record SeenCard(int PersonVersion, int EnrolmentVersion, DateTime At);
