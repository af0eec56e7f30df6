using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Cabinet;
using Marshrut.Core.Cabinet.Cvs;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Applications;
using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Leaves;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Imports;
using Marshrut.Core.Notifications;
using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Consents;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Core.Statistics;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Platform.Data;

/// <summary>
/// The one context. Rows of an organisation are filtered to the organisation in scope (filter <see cref="OwnFilter"/>), rows of two organisations to either
/// of them (<see cref="TwoPartyFilter"/>); both are guarded on writing, and what a use case says to the journal is written in the same save.
/// </summary>
public sealed class MarshrutDb(DbContextOptions<MarshrutDb> options, ActingScope scope, IdBlocks ids, AuditLog auditLog)
    : IdentityUserContext<User, long>(options)
{
    /// <summary>Name of the query filter that keeps an organisation's rows to itself. Lifting it is allowed only on the bypass list.</summary>
    public const string OwnFilter = "own";

    /// <summary>Name of the query filter that shows a row of two organisations to exactly its parties. Lifting it is allowed only on the bypass list.</summary>
    public const string TwoPartyFilter = "two-party";

    private readonly List<AuditDraft> pendingAudit = [];

    public ActingScope Scope { get; } = scope;

    public IdBlocks Ids { get; } = ids;

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<District> Districts => Set<District>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<ConsentRecord> Consents => Set<ConsentRecord>();

    public DbSet<CaseEntry> CaseEntries => Set<CaseEntry>();

    public DbSet<ReturnedFact> ReturnedFacts => Set<ReturnedFact>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanStep> PlanSteps => Set<PlanStep>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<PlanCatalogueRow> PlanCatalogues => Set<PlanCatalogueRow>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<ServiceApplication> ServiceApplications => Set<ServiceApplication>();

    public DbSet<CuratorLeave> CuratorLeaves => Set<CuratorLeave>();

    public DbSet<ServiceFile> ServiceFiles => Set<ServiceFile>();

    public DbSet<ExchangeNote> ExchangeNotes => Set<ExchangeNote>();

    public DbSet<PersonFile> PersonFiles => Set<PersonFile>();

    public DbSet<ClientRequest> ClientRequests => Set<ClientRequest>();

    public DbSet<OwnRequestType> OwnRequestTypes => Set<OwnRequestType>();

    public DbSet<ClientGroup> ClientGroups => Set<ClientGroup>();

    public DbSet<OwnQuestionnaire> OwnQuestionnaires => Set<OwnQuestionnaire>();

    public DbSet<PublishedQuestionnaire> PublishedQuestionnaires => Set<PublishedQuestionnaire>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Response> Responses => Set<Response>();

    public DbSet<Cv> Cvs => Set<Cv>();

    public DbSet<FactContest> FactContests => Set<FactContest>();

    public DbSet<ConsentTemplate> ConsentTemplates => Set<ConsentTemplate>();

    public DbSet<DuplicateCandidate> DuplicateCandidates => Set<DuplicateCandidate>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();

    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();

    public DbSet<RememberedColumn> RememberedColumns => Set<RememberedColumn>();

    public DbSet<GraduateStatistic> GraduateStatistics => Set<GraduateStatistic>();

    public DbSet<MethodologyVersion> MethodologyVersions => Set<MethodologyVersion>();

    public DbSet<SupplementVersion> SupplementVersions => Set<SupplementVersion>();

    public DbSet<MethodologyProposal> MethodologyProposals => Set<MethodologyProposal>();

    public DbSet<AssessmentRun> AssessmentRuns => Set<AssessmentRun>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<TransferDraft> TransferDrafts => Set<TransferDraft>();

    public DbSet<TransferDraftPerson> TransferDraftPeople => Set<TransferDraftPerson>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<TransferItem> TransferItems => Set<TransferItem>();

    public DbSet<TransferQuestion> TransferQuestions => Set<TransferQuestion>();

    public DbSet<FreePlaces> FreePlaces => Set<FreePlaces>();

    public DbSet<Case> Cases => Set<Case>();

    internal DbSet<Holding> Holdings => Set<Holding>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<PersonKey> PersonKeys => Set<PersonKey>();

    public DbSet<InstallationSetting> Settings => Set<InstallationSetting>();

    private long CurrentOrganization => Scope.OrganizationId;

    /// <summary>Remembers what to tell the journal at the next save.</summary>
    public void Audit(AuditDraft draft) => pendingAudit.Add(draft);

    /// <summary>Saves rows and journal in one transaction: both or neither.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WriteGuard.Check(ChangeTracker, Scope);
        if (pendingAudit.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var drafts = pendingAudit.ToArray();
        pendingAudit.Clear();
        if (Database.CurrentTransaction is not null)
        {
            var within = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await auditLog.Append(this, drafts, Scope, cancellationToken);
            return within;
        }

        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await auditLog.Append(this, drafts, Scope, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (pendingAudit.Count > 0)
        {
            throw new InvalidOperationException("The journal is written asynchronously: use SaveChangesAsync.");
        }

        WriteGuard.Check(ChangeTracker, Scope);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>For the journal itself: a save that does not begin another.</summary>
    internal Task<int> SaveRows(CancellationToken cancel) => base.SaveChangesAsync(true, cancel);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MarshrutDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            if (typeof(IOwned).IsAssignableFrom(entity.ClrType))
            {
                Filter(nameof(FilterToOwn), entity.ClrType, builder);
            }
            else if (typeof(ITwoSided).IsAssignableFrom(entity.ClrType))
            {
                Filter(nameof(FilterToParties), entity.ClrType, builder);
                foreach (var party in new[] { nameof(ITwoSided.FromOrganizationId), nameof(ITwoSided.ToOrganizationId) }.Select(name => entity.FindProperty(name)!))
                {
                    // A row that passes itself off as one's own finds nothing to update: the parties stand in the condition.
                    party.IsConcurrencyToken = true;
                    party.SetAfterSaveBehavior(Microsoft.EntityFrameworkCore.Metadata.PropertySaveBehavior.Throw);
                }
            }

            if (entity.FindProperty("Id") is { ClrType: var type } id && type == typeof(long))
            {
                id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.OnAdd;
                id.SetValueGeneratorFactory((_, _) => new IdGenerator());
            }
        }

        if (Database.IsNpgsql())
        {
            // Order and comparison of names are ordinal on both databases (R22); SQLite's default is ordinal already.
            foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
                .Where(property => property.Name is "SortName" or "ExternalId" or "SearchName" or "Chain"))
            {
                property.SetCollation("C");
            }
        }

        SnakeCase.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<int>();
    }

    private void Filter(string way, Type entity, ModelBuilder builder) =>
        typeof(MarshrutDb).GetMethod(way, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(entity)
            .Invoke(this, [builder]);

    private void FilterToOwn<T>(ModelBuilder builder)
        where T : class, IOwned =>
        builder.Entity<T>().HasQueryFilter(OwnFilter, row => row.OrganizationId == CurrentOrganization);

    private void FilterToParties<T>(ModelBuilder builder)
        where T : class, ITwoSided =>
        builder.Entity<T>().HasQueryFilter(TwoPartyFilter, row => row.FromOrganizationId == CurrentOrganization || row.ToOrganizationId == CurrentOrganization);
}
