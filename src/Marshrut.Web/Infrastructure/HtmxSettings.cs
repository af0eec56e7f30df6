namespace Marshrut.Web.Infrastructure;

/// <summary>htmx under our content policy: no style elements, no evaluated code, no pages left in the browser's storage.</summary>
public static class HtmxSettings
{
    /// <summary>Content of the htmx-config meta. 422 is a form that was not taken: it is shown; other failures are said by site.js.</summary>
    public const string Json = """
        {"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"historyCacheSize":0,"refreshOnHistoryMiss":true,"selfRequestsOnly":true,"timeout":30000,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"422","swap":true},{"code":"[45]..","swap":false,"error":true},{"code":"...","swap":false}]}
        """;
}
