using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Marshrut.Tests.TestSites;

/// <summary>A browser without script: keeps cookies, follows nothing by itself, fills in and sends the forms that a page holds.</summary>
public sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    public Visitor(HttpMessageHandler server, Uri address)
    {
        client = new HttpClient(new CookieJar(cookies, server)) { BaseAddress = address };
    }

    public async Task<Answer> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Send(request);
    }

    /// <summary>Follows redirects within the site, as a browser does.</summary>
    public async Task<Answer> Open(string path)
    {
        var answer = await Get(path);
        for (var turn = 0; turn < 10 && answer.Location is { } next; turn++)
        {
            answer = await Get(next);
        }

        return answer;
    }

    /// <summary>Sends a form of the page with these values over those that the page holds.</summary>
    /// <param name="page">A page of this visitor.</param>
    /// <param name="button">Words of the button; the form is the one around it.</param>
    /// <param name="values">Field name → value.</param>
    public async Task<Answer> Press(Answer page, string button, params (string Name, string Value)[] values)
    {
        var pressed = page.Document.QuerySelectorAll<IHtmlButtonElement>("button")
            .FirstOrDefault(element => element.TextContent.Trim() == button)
            ?? throw new ShouldAssertException($"No button «{button}» on {page.Path}: {page.Text}");
        var form = pressed.Form ?? throw new ShouldAssertException($"«{button}» stands in no form.");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in form.Elements.OfType<IElement>())
        {
            var name = control.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || values.Any(value => value.Name == name))
            {
                continue;
            }

            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlButtonElement other when other != pressed:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(name, select.Value ?? ""));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlButtonElement own:
                    fields.Add(new(name, own.Value));
                    break;
            }
        }

        fields.AddRange(values.Select(value => new KeyValuePair<string, string>(value.Name, value.Value)));
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return await Post(string.IsNullOrEmpty(action) ? page.Path : action[0] == '?' ? page.Path.Split('?')[0] + action : action, fields);
    }

    public async Task<Answer> Post(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        return await Send(request);
    }

    /// <summary>Sends the first form of the page that takes a file, with what it holds.</summary>
    /// <param name="page">A page of this visitor.</param>
    /// <param name="fileName">As the browser gives it.</param>
    /// <param name="content">The file.</param>
    /// <param name="values">Field name → value, over those of the form.</param>
    public async Task<Answer> Upload(Answer page, string fileName, byte[] content, params (string Name, string Value)[] values)
    {
        var field = page.Document.QuerySelector<IHtmlInputElement>("input[type=file]") ?? throw new ShouldAssertException($"No place for a file on {page.Path}: {page.Text}");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), field.Name!, fileName } };
        foreach (var held in field.Form!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(held => held.Name is not null && values.All(value => value.Name != held.Name)))
        {
            form.Add(new StringContent(held.Value), held.Name!);
        }

        foreach (var (name, value) in values)
        {
            form.Add(new StringContent(value), name);
        }

        var action = field.Form!.GetAttribute("action");
        using var request = new HttpRequestMessage(HttpMethod.Post, string.IsNullOrEmpty(action) ? page.Path : action) { Content = form };
        return await Send(request);
    }

    /// <summary>Takes a file; the caller disposes it.</summary>
    public async Task<MemoryStream> Download(string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        response.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("attachment");
        return new MemoryStream(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <exception cref="ShouldAssertException">The site did not let the user in.</exception>
    public async Task<Answer> SignIn(string login, string password)
    {
        var answer = await TrySignIn(login, password);
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Text);
        return answer;
    }

    public async Task<Answer> TrySignIn(string login, string password, string path = "/sign-in") =>
        await Press(await Get(path), "Войти", ("Input.Login", login), ("Input.Password", password));

    public void Dispose() => client.Dispose();

    private async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await new HtmlParser().ParseDocumentAsync(body, TestContext.Current.CancellationToken);
        return new Answer(request.RequestUri!.ToString(), response.StatusCode, Local(response.Headers.Location), body, document,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    private string? Local(Uri? location) => location switch
    {
        null => null,
        { IsAbsoluteUri: true } when location.Authority == client.BaseAddress!.Authority => location.PathAndQuery,
        _ => location.OriginalString,
    };

    private sealed class CookieJar(CookieContainer cookies, HttpMessageHandler server) : DelegatingHandler(server)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            if (cookies.GetCookieHeader(address) is { Length: > 0 } header)
            {
                request.Headers.Add("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    cookies.SetCookies(address, cookie);
                }
            }

            return response;
        }
    }
}
