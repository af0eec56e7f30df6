using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Results;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Lists;

/// <summary>The list of students as one query: conditions, order and the place of a cursor.</summary>
internal static class EnrolmentLines
{
    /// <summary>Below any priority, <see cref="Assessment.NoPriority"/> too: who was never assessed stands last.</summary>
    private const int NeverAssessed = 2 * Assessment.NoPriority;

    /// <summary>Each ends with name, Идентификатор and id (R22).</summary>
    public static IReadOnlyDictionary<EnrolmentOrder, KeysetOrder<EnrolmentLine>> Orders { get; } = new Dictionary<EnrolmentOrder, KeysetOrder<EnrolmentLine>>
    {
        [EnrolmentOrder.Priority] = Named(new KeysetOrder<EnrolmentLine>().By(line => line.Priority, descending: true).By(line => line.OrderYear)),
        [EnrolmentOrder.Name] = Named(new KeysetOrder<EnrolmentLine>()),
        [EnrolmentOrder.Programme] = Named(new KeysetOrder<EnrolmentLine>().By(line => line.ProgrammeCode).By(line => line.Group ?? "")),
        [EnrolmentOrder.ProgrammeDown] = Named(new KeysetOrder<EnrolmentLine>().By(line => line.ProgrammeCode, descending: true).By(line => line.Group ?? "", descending: true)),
        [EnrolmentOrder.Year] = Named(new KeysetOrder<EnrolmentLine>().By(line => line.GraduationYear)),
        [EnrolmentOrder.YearDown] = Named(new KeysetOrder<EnrolmentLine>().By(line => line.GraduationYear, descending: true)),
    };

    public static IQueryable<EnrolmentLine> Of(MarshrutDb db) => Of(db, db.Enrolments);

    /// <summary>All conditions but the characteristic, whose bits are sealed (R27).</summary>
    public static IQueryable<EnrolmentLine> Of(MarshrutDb db, EnrolmentFilter filter, DateOnly today) => Of(db, Circle(db, filter.Level, today)).Where(filter, today).Handed(db, filter.Handed);

    /// <summary>Conditions of the year's duty are said once, for enrolments.</summary>
    private static IQueryable<Enrolment> Circle(MarshrutDb db, LevelChoice? level, DateOnly today) => level switch
    {
        LevelChoice.NoRiskConsent => db.Enrolments.ToBeAssessed(today),
        LevelChoice.NotAssessed => db.Enrolments.OnDuty(db, today).Where(row => !row.IsDone).Select(row => row.Enrolment),
        _ => db.Enrolments,
    };

    private static IQueryable<EnrolmentLine> Of(MarshrutDb db, IQueryable<Enrolment> enrolments) =>
        from enrolment in enrolments
        join person in db.People on enrolment.PersonId equals person.Id
        join current in db.Assessments.Where(row => row.IsCurrent) on enrolment.Id equals current.EnrolmentId into assessments
        from assessment in assessments.DefaultIfEmpty()
        select new EnrolmentLine
        {
            EnrolmentId = enrolment.Id,
            PersonId = person.Id,
            Priority = assessment == null ? NeverAssessed : assessment.Priority,
            OrderYear = assessment == null ? 0 : assessment.OrderYear,
            SortName = enrolment.SortName,
            ExternalId = enrolment.ExternalId,
            LastName = person.LastName,
            FirstName = person.FirstName,
            MiddleName = person.MiddleName,
            Snils = person.Snils,
            Phone = person.Phone,
            District = person.District,
            ProgrammeCode = enrolment.ProgrammeCode,
            ProgrammeName = db.Programmes.Where(row => row.Code == enrolment.ProgrammeCode).Select(row => row.Name).FirstOrDefault(),
            Group = enrolment.Group,
            Course = enrolment.Course,
            GraduationYear = enrolment.GraduationYear,
            Status = enrolment.Status,
            TransferConsentOn = person.TransferConsentOn,
            RiskConsentOn = person.RiskConsentOn,
            AssessmentId = assessment == null ? null : assessment.Id,
            IsHigh = assessment == null ? null : assessment.IsHigh,
            Complete = assessment == null ? null : assessment.Complete,
            Decision = assessment == null ? null : assessment.Status,
            Block = assessment == null ? null : assessment.Block,
        };

    private static IQueryable<EnrolmentLine> Where(this IQueryable<EnrolmentLine> lines, EnrolmentFilter filter, DateOnly today)
    {
        lines = Found(lines, filter.Search);
        if (filter.Only is { } only)
        {
            lines = lines.Where(line => only.Contains(line.EnrolmentId));
        }

        if (filter.Programme is { } programme)
        {
            lines = lines.Where(line => line.ProgrammeCode == programme);
        }

        if (filter.Group is { } group)
        {
            lines = lines.Where(line => line.Group == group);
        }

        if (filter.Course is { } course)
        {
            lines = lines.Where(line => line.Course == course);
        }

        if (filter.LastCourse)
        {
            var latest = LastCourse.LatestGraduationYear(today);
            lines = lines.Where(line =>
                (line.Status == EnrolmentStatus.Studying || line.Status == EnrolmentStatus.AcademicLeave) && line.GraduationYear <= latest);
        }

        if (filter.GraduationYear is { } year)
        {
            lines = lines.Where(line => line.GraduationYear == year);
        }

        if (filter.Status is { } status)
        {
            lines = lines.Where(line => line.Status == status);
        }

        if (filter.Decision is { } decision)
        {
            lines = lines.Where(line => line.Decision == decision);
        }

        lines = filter.Lacks switch
        {
            Gap.Phone => lines.Where(line => line.Phone == null),
            Gap.Snils => lines.Where(line => line.Snils == null),
            Gap.District => lines.Where(line => line.District == null),
            Gap.Group => lines.Where(line => line.Group == null),
            _ => lines,
        };
        lines = filter.HasTransferConsent switch
        {
            true => lines.Where(line => line.TransferConsentOn != null),
            false => lines.Where(line => line.TransferConsentOn == null),
            null => lines,
        };
        return filter.Level switch
        {
            LevelChoice.High => lines.Where(line => line.IsHigh == true),
            LevelChoice.NotHigh => lines.Where(line => line.IsHigh == false),
            LevelChoice.Preliminary => lines.Where(line => line.IsHigh == false && line.Complete == false),
            LevelChoice.NoRiskConsent => lines.Where(line => line.RiskConsentOn == null),
            _ => lines,
        };
    }

    /// <summary>By the latest item of the person: an earlier one has been answered.</summary>
    private static IQueryable<EnrolmentLine> Handed(this IQueryable<EnrolmentLine> lines, MarshrutDb db, HandedChoice? choice)
    {
        if (choice is not { } wanted)
        {
            return lines;
        }

        var own = db.Scope.OrganizationId;
        var sent = db.TransferItems.Where(item => item.FromOrganizationId == own);
        if (wanted == HandedChoice.Never)
        {
            return lines.Where(line => !sent.Any(item => item.PersonId == line.PersonId));
        }

        var last = sent.Where(item => !sent.Any(later => later.PersonId == item.PersonId && later.Id > item.Id));
        var found = wanted switch
        {
            HandedChoice.Waiting => last.Where(item => item.State == TransferItemState.Waiting),
            HandedChoice.Accepted => last.Where(item => item.State == TransferItemState.Accepted && item.CaseState != CaseState.Closed),
            HandedChoice.Ended => last.Where(item => item.State == TransferItemState.Accepted && item.CaseState == CaseState.Closed),
            _ => last.Where(item => item.State != TransferItemState.Waiting && item.State != TransferItemState.Accepted),
        };
        return lines.Where(line => found.Any(item => item.PersonId == line.PersonId));
    }

    public static IOrderedQueryable<EnrolmentLine> Ordered(this IQueryable<EnrolmentLine> lines, EnrolmentOrder order, bool backward) => Orders[order].Of(lines, backward);

    /// <summary>What stands after a line of the list, or before it.</summary>
    public static IQueryable<EnrolmentLine> Beyond(this IQueryable<EnrolmentLine> lines, EnrolmentLine at, EnrolmentOrder order, bool backward) => Orders[order].Beyond(lines, at, backward);

    /// <summary>Any case, ё = е, any part of a name (R50); or a whole СНИЛС, phone or Идентификатор.</summary>
    private static IQueryable<EnrolmentLine> Found(IQueryable<EnrolmentLine> lines, string? search)
    {
        var typed = search?.Trim();
        if (string.IsNullOrEmpty(typed))
        {
            return lines;
        }

        var isSnils = Snils.TryParse(typed, out var snils);
        var isPhone = PhoneNumbers.TryParse(typed, out var phone);
        if (isSnils || isPhone)
        {
            return lines.Where(line => (isSnils && line.Snils == snils) || (isPhone && line.Phone == phone) || line.ExternalId == typed);
        }

        var words = NameText.Normalize(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => lines,
            [var one] => lines.Where(line => line.SortName.Contains(one) || line.ExternalId == typed),
            [var one, var two] => lines.Where(line => (line.SortName.Contains(one) && line.SortName.Contains(two)) || line.ExternalId == typed),
            [var one, var two, .. var rest] => lines.Where(line =>
                (line.SortName.Contains(one) && line.SortName.Contains(two) && line.SortName.Contains(string.Join(' ', rest))) || line.ExternalId == typed),
        };
    }

    private static KeysetOrder<EnrolmentLine> Named(KeysetOrder<EnrolmentLine> first) => first.By(line => line.SortName).By(line => line.ExternalId).By(line => line.EnrolmentId);
}
