using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Imports.Undoing;

/// <summary>What a written import left in the register, as queries.</summary>
internal static class ImportTraces
{
    /// <summary>Its ledger rows.</summary>
    public static IQueryable<Evidence> Ledger(MarshrutDb db, long importId) =>
        db.Evidence.Where(row => row.ImportId == importId && row.Source == EvidenceSource.Import);

    /// <summary>Enrolments that it created or changed.</summary>
    public static IQueryable<Enrolment> Enrolments(MarshrutDb db, long importId) =>
        db.Enrolments.Where(enrolment => Ledger(db, importId).Any(row => row.EnrolmentId == enrolment.Id));

    /// <summary>People whom it created, or whose rows it changed.</summary>
    public static IQueryable<Person> People(MarshrutDb db, long importId) =>
        db.People.Where(person => Ledger(db, importId).Any(row => row.PersonId == person.Id));

    /// <summary>Those of them that were in the register before.</summary>
    public static IQueryable<Person> KnownPeople(MarshrutDb db, long importId) =>
        People(db, importId).Where(person => person.CreatedByImportId == null || person.CreatedByImportId != importId);

    /// <summary>Ledger rows about people who were in the register before: these are restored.</summary>
    public static IQueryable<Evidence> OfKnownPeople(MarshrutDb db, long importId) =>
        Ledger(db, importId).Where(row => !db.People.Any(person => person.Id == row.PersonId && person.CreatedByImportId == importId));
}
