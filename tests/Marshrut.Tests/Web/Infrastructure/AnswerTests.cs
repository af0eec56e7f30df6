using System.Net;
using Marshrut.Tests.Web.Ui;
using Marshrut.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marshrut.Tests.Web.Infrastructure;

/// <summary>What stands around every answer: headers, pages for bare statuses, expired sessions.</summary>
public class AnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_carries_the_content_policy_and_is_not_kept()
    {
        await using var server = await PageServer.Start("Development");

        foreach (var address in (string[])[.. LivingPages.Addresses.Select(row => row.Data), "/nowhere"])
        {
            var answer = await server.Client.GetAsync(address, Cancel);

            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(SecurityHeaders.ContentPolicy);
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
            answer.Headers.GetValues("Permissions-Policy").Single().ShouldContain("camera=()");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(address);
        }
    }

    [Fact]
    public void The_content_policy_allows_no_inline_style_or_script()
    {
        SecurityHeaders.ContentPolicy.ShouldNotContain("unsafe");
        SecurityHeaders.ContentPolicy.ShouldContain("style-src 'self';");
        SecurityHeaders.ContentPolicy.ShouldContain("script-src 'self';");
        SecurityHeaders.ContentPolicy.ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task A_fingerprinted_file_is_kept_for_long()
    {
        await using var server = await PageServer.Start("Production");
        var page = await server.Page("/nowhere");

        var answer = await server.Client.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeFalse();
    }

    [Fact]
    public async Task An_unknown_address_is_a_Russian_404_also_for_those_not_signed_in()
    {
        await using var server = await PageServer.Start("Production", builder => builder.Services
            .AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder("Test").RequireAuthenticatedUser().Build()).Services
            .AddAuthentication("Test").AddCookie("Test"));

        var answer = await server.Client.GetAsync("/people/1/of-nobody", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await PageServer.Parse(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Такой страницы нет");
        page.QuerySelector("[style]").ShouldBeNull();
    }

    [Theory]
    [InlineData(400, 400, "Страница устарела")]
    [InlineData(403, 404, "Такой страницы нет")]
    [InlineData(413, 413, "Файл слишком большой")]
    [InlineData(429, 429, "Слишком много попыток")]
    public async Task A_bare_status_becomes_a_page_of_words(int given, int shown, string heading)
    {
        await using var server = await PageServer.Start("Production", map: app => app.Map("/given", () => Results.StatusCode(given)).AllowAnonymous());

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            var answer = await server.Client.SendAsync(new HttpRequestMessage(method, "/given"), Cancel);

            ((int)answer.StatusCode).ShouldBe(shown);
            (await PageServer.Parse(answer)).QuerySelector("h1")!.TextContent.ShouldBe(heading);
        }
    }

    [Fact]
    public async Task A_failure_shows_a_code_and_none_of_its_words()
    {
        await using var server = await PageServer.Start("Production", map: app =>
            app.MapGet("/failing", string () => throw new InvalidOperationException("a secret of the case")).AllowAnonymous());

        var answer = await server.Client.GetAsync("/failing", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var page = await PageServer.Parse(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Не получилось показать страницу");
        page.QuerySelector("main .number")!.TextContent.Length.ShouldBe(8);
        page.DocumentElement.TextContent.ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_status_page_itself_has_no_address()
    {
        await using var server = await PageServer.Start("Production");

        (await server.Client.GetAsync("/_status/500", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Programs_get_the_bare_status()
    {
        await using var server = await PageServer.Start("Production");

        var answer = await server.Client.GetAsync("/api/v1/nowhere", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_expired_session_sends_the_whole_page_to_sign_in_and_not_a_piece_of_it()
    {
        await using var server = await PageServer.Start(
            "Production",
            builder => builder.Services.AddAuthentication("Test").AddCookie("Test", options =>
            {
                options.LoginPath = "/sign-in";
                options.Events.OnRedirectToLogin = ExpiredSession.SendToSignIn;
            }),
            app => app.MapGet("/people", [Authorize(AuthenticationSchemes = "Test")] () => "people"));

        var whole = await server.Client.GetAsync("/people?page=2", Cancel);
        whole.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        whole.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?ReturnUrl=%2Fpeople");

        var request = new HttpRequestMessage(HttpMethod.Get, "/people?page=2");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", "http://localhost/people?level=high");
        var piece = await server.Client.SendAsync(request, Cancel);
        piece.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        piece.Headers.GetValues("HX-Redirect").Single().ShouldBe("/sign-in?ReturnUrl=%2Fpeople%3Flevel%3Dhigh");
    }

    [Fact]
    public async Task A_search_leaves_no_name_in_the_log()
    {
        var log = new LinesOfLog();
        await using var server = await PageServer.Start("Production", builder => builder.Logging.AddProvider(log));

        await server.Client.GetAsync("/people?q=Ермакова", Cancel);

        log.Lines.ShouldNotContain(line => line.Contains("people") || line.Contains("Ермакова"));
        log.Lines.ShouldContain(line => line.StartsWith("Now listening"));
    }

    [Fact]
    public void Sentences_of_the_framework_are_Russian()
    {
        var options = new MvcOptions();
        new RussianBinding().Configure(options);

        var words = options.ModelBindingMessageProvider;
        words.AttemptedValueIsInvalidAccessor("32.13", "Дата").ShouldBe("«32.13» не подходит для поля «Дата». Проверьте запись");
        words.ValueMustBeANumberAccessor("Курс").ShouldBe("В поле «Курс» нужно число");
        words.MissingBindRequiredValueAccessor("Имя").ShouldBe("Заполните поле «Имя»");
    }
}
