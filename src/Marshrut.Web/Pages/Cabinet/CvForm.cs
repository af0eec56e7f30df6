using Marshrut.Core.Cabinet.Cvs;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>A CV as a form: the places written so far and one empty one.</summary>
public sealed class CvForm
{
    public string? Position { get; set; }

    public string? Terms { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Education { get; set; }

    public string? Skills { get; set; }

    public string? More { get; set; }

    public string? About { get; set; }

    public List<CvPlaceForm> Places { get; set; } = [];

    public static CvForm Of(CvContent content)
    {
        var form = new CvForm
        {
            Position = content.Position,
            Terms = content.Terms,
            Phone = content.Phone,
            Email = content.Email,
            Education = content.Education,
            Skills = content.Skills,
            More = content.More,
            About = content.About,
            Places = [.. content.Places.Select(place => new CvPlaceForm { Where = place.Where, Who = place.Who, When = place.When, What = place.What })],
        };
        form.Tidy();
        return form;
    }

    /// <summary>Whatever was sent: no more places than can be kept, and an empty one to write on.</summary>
    public void Tidy()
    {
        Places = [.. (Places ?? []).OfType<CvPlaceForm>().Where(place => !place.Place().IsEmpty).Take(CvContent.MostPlaces)];
        if (Places.Count < CvContent.MostPlaces)
        {
            Places.Add(new CvPlaceForm());
        }
    }

    public CvContent Content() => new(Position, Terms, Phone, Email, Education, Skills, More, About, [.. Places.Select(place => place.Place())]);
}

public sealed class CvPlaceForm
{
    public string? Where { get; set; }

    public string? Who { get; set; }

    public string? When { get; set; }

    public string? What { get; set; }

    public CvPlace Place() => new(Where, Who, When, What);
}
