namespace Marshrut.Core.Platform.Tenancy;

/// <summary>
/// Who acts, and for which organisation or region. Set once, at the door (a route, a command, a job), before anything is read.
/// Reading an organisation's rows without an organisation throws: it never means «all» (DESIGN §5).
/// </summary>
public sealed class ActingScope
{
    private long? organizationId;

    /// <summary>Who acts: <c>user:12</c>, <c>system:cli</c>, <c>system:jobs</c>. Goes into the audit.</summary>
    public string Actor { get; private set; } = "system:unknown";

    /// <summary>The region whose aggregates and reference data are used; null outside a region.</summary>
    public string? RegionCode { get; private set; }

    /// <summary>True where a named system process creates organisations' rows in bulk (demo region, benchmark data).</summary>
    public bool WritesAnyOrganization { get; private set; }

    /// <summary>May the actor enter and see restricted facts (DOMAIN §3)?</summary>
    public bool MayHandleRestricted { get; private set; }

    public bool HasOrganization => organizationId is not null;

    /// <summary>The organisation acted for.</summary>
    /// <exception cref="TenancyViolation">No organisation was set.</exception>
    public long OrganizationId => organizationId ?? throw new TenancyViolation("No organisation in scope: the route, command or job must name one.");

    public void ActAs(string actor) => Actor = actor;

    public void EnterOrganization(long organization, string regionCode, bool mayHandleRestricted = false)
    {
        organizationId = organization;
        RegionCode = regionCode;
        MayHandleRestricted = mayHandleRestricted;
    }

    public void EnterRegion(string regionCode)
    {
        organizationId = null;
        RegionCode = regionCode;
        MayHandleRestricted = false;
    }

    /// <summary>For builders of demo regions and test data only; the caller stands on the bypass list of the architecture test.</summary>
    public void AllowAnyOrganization() => WritesAnyOrganization = true;
}
