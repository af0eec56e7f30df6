using Marshrut.Rules.Profiling;

namespace Marshrut.Tests.Rules.Profiling;

public class RequestStepsTests
{
    [Theory]
    [InlineData(RequestState.Open, RequestStep.Assign, RequestState.InWork)]
    [InlineData(RequestState.Open, RequestStep.Meet, RequestState.Met)]
    [InlineData(RequestState.Open, RequestStep.Withdraw, RequestState.Withdrawn)]
    [InlineData(RequestState.Open, RequestStep.Reopen, null)]
    [InlineData(RequestState.InWork, RequestStep.Assign, RequestState.InWork)]
    [InlineData(RequestState.InWork, RequestStep.Meet, RequestState.Met)]
    [InlineData(RequestState.InWork, RequestStep.Withdraw, RequestState.Withdrawn)]
    [InlineData(RequestState.InWork, RequestStep.Reopen, null)]
    [InlineData(RequestState.Met, RequestStep.Assign, null)]
    [InlineData(RequestState.Met, RequestStep.Meet, null)]
    [InlineData(RequestState.Met, RequestStep.Withdraw, null)]
    [InlineData(RequestState.Met, RequestStep.Reopen, RequestState.Open)]
    [InlineData(RequestState.Withdrawn, RequestStep.Assign, null)]
    [InlineData(RequestState.Withdrawn, RequestStep.Meet, null)]
    [InlineData(RequestState.Withdrawn, RequestStep.Withdraw, null)]
    [InlineData(RequestState.Withdrawn, RequestStep.Reopen, RequestState.Open)]
    public void A_step_leads_where_the_table_says_and_nowhere_else(RequestState from, RequestStep step, RequestState? to)
    {
        RequestSteps.Allows(from, step).ShouldBe(to is not null);
        if (to is { } next)
        {
            RequestSteps.Next(from, step).ShouldBe(next);
        }
        else
        {
            Should.Throw<InvalidOperationException>(() => RequestSteps.Next(from, step));
        }
    }

    [Fact]
    public void The_five_mandatory_types_are_those_of_the_domain_and_codes_are_unique()
    {
        RequestTypes.Mandatory.Select(type => type.Code).ShouldBe(["first-profession", "job-search-skills", "practice-or-internship", "first-job", "entrepreneurship"]);
        RequestTypes.All.Select(type => type.Code).ShouldBeUnique();
        RequestTypes.All.Select(type => type.Title).ShouldBeUnique();
    }
}
