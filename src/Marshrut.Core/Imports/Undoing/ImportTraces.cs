using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Imports.Undoing;

/// <summary>
/// What a written import left in the register, as queries. The rows are asked for as sets («in»), which a database works out once; asked for one by one
/// («exists»), SQLite goes through the whole ledger of the import for each.
/// </summary>
internal static class ImportTraces
{
    /// <summary>Its ledger rows.</summary>
    public static IQueryable<Evidence> Ledger(MarshrutDb db, long importId) =>
        db.Evidence.Where(row => row.ImportId == importId && row.Source == EvidenceSource.Import);

    /// <summary>Of the people of those rows.</summary>
    public static IQueryable<long> PersonIds(MarshrutDb db, long importId) => Ledger(db, importId).Select(row => row.PersonId);

    /// <summary>Enrolments that it created or changed.</summary>
    public static IQueryable<Enrolment> Enrolments(MarshrutDb db, long importId) =>
        db.Enrolments.Where(enrolment => Ledger(db, importId).Select(row => row.EnrolmentId).Contains(enrolment.Id));

    /// <summary>People whom it created, or whose rows it changed.</summary>
    public static IQueryable<Person> People(MarshrutDb db, long importId) =>
        db.People.Where(person => PersonIds(db, importId).Contains(person.Id));

    /// <summary>Those of them that were in the register before.</summary>
    public static IQueryable<Person> KnownPeople(MarshrutDb db, long importId) =>
        People(db, importId).Where(person => person.CreatedByImportId == null || person.CreatedByImportId != importId);

    /// <summary>Ledger rows about people who were in the register before: these are restored.</summary>
    public static IQueryable<Evidence> OfKnownPeople(MarshrutDb db, long importId) =>
        Ledger(db, importId).Where(row => !db.People.Any(person => person.Id == row.PersonId && person.CreatedByImportId == importId));
}
