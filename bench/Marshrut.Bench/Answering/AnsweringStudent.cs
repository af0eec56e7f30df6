using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Marshrut.Bench.Answering;

/// <summary>One student with a browser: opens the link, agrees, keeps each answer as the page does, sends.</summary>
internal sealed partial class AnsweringStudent : IDisposable
{
    private static readonly (string Question, string Answer)[] answers =
        [("experience", "yes"), ("events", "yes"), ("cv", "no"), ("after", "searching"), ("leave", "no"), ("help", "first-job"), ("wish", "Хочу работать рядом с домом")];

    private readonly HttpClient browser;
    private readonly ConcurrentBag<double> times;

    /// <param name="site">Address of the program.</param>
    /// <param name="times">Takes milliseconds of each request.</param>
    public AnsweringStudent(Uri site, ConcurrentBag<double> times)
    {
        browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = site };
        this.times = times;
    }

    /// <exception cref="InvalidOperationException">A page answered something else than it should.</exception>
    public async Task Answer(string link)
    {
        var door = await Get(link);
        await Post(link, Token(door), [], HttpStatusCode.Found);
        var consent = await Get("/q/answers");
        await Post("/q/answers?handler=Agree", Token(consent), [new("Representative", "Петрова Анна Сергеевна, мать")], HttpStatusCode.Found);
        var token = Token(await Get("/q/answers"));
        var given = new List<KeyValuePair<string, string>> { new("Version", "1") };
        foreach (var (question, answer) in answers)
        {
            given.Add(new($"A[{question}]", answer));
            await Post("/q/answers?handler=Keep", token, given, HttpStatusCode.NoContent);
        }

        await Post("/q/answers", token, given, HttpStatusCode.Found);
        if (!(await Get("/q/done")).Contains("Спасибо", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The answers were not taken.");
        }
    }

    public void Dispose() => browser.Dispose();

    private async Task<string> Get(string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await browser.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer.StatusCode == HttpStatusCode.OK ? text : throw new InvalidOperationException($"GET {path.Split('?')[0][..4]} answered {(int)answer.StatusCode}.");
    }

    private async Task Post(string path, string token, IEnumerable<KeyValuePair<string, string>> fields, HttpStatusCode expected)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        var start = Stopwatch.GetTimestamp();
        using var answer = await browser.PostAsync(path, content);
        await answer.Content.ReadAsByteArrayAsync();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (answer.StatusCode != expected)
        {
            throw new InvalidOperationException($"POST {(path.Contains('?', StringComparison.Ordinal) ? path[path.IndexOf('?', StringComparison.Ordinal)..] : "")} answered {(int)answer.StatusCode}.");
        }
    }

    private static string Token(string page) => WebUtility.HtmlDecode(TokenIn().Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenIn();
}
