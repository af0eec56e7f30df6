
namespace Marshrut.Seeding.Students;

/// <summary>Where a made student stands; facts are drawn to fit it.</summary>
/// <param name="Course">The last one for graduates.</param>
/// <param name="IsLast">On the last course.</param>
internal sealed record Student(Sex Sex, ProgrammePlan Programme, int Course, EnrolmentStatus Status, bool IsLast)
{
    public bool IsGraduate => Status == EnrolmentStatus.Graduate;

    /// <summary>Finishing or finished: asked about work, called up, looking after a child.</summary>
    public bool IsLeaving => IsLast || IsGraduate;

    public bool IsHigher => Programme.Level is EducationLevel.Bachelor or EducationLevel.Specialist or EducationLevel.Master or EducationLevel.Postgraduate;
}
