using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>What a ЦК told anew, as a curator reads it.</summary>
internal static class CrossingWords
{
    /// <param name="fields">Field key → its text; null: there is none any more.</param>
    public static string Of(IReadOnlyDictionary<string, string?> fields) => string.Join(
        "; ",
        fields.Select(field => field.Key switch
        {
            "phone" => field.Value is { } phone ? $"телефон {PhoneNumbers.Format(phone)}" : "телефона больше нет",
            "email" => field.Value is { } email ? $"почта {email}" : "почты больше нет",
            "district" => field.Value is { } district ? $"живёт: {district}" : "район проживания не указан",
            "districtAfter" => field.Value is { } after ? $"после выпуска: {after}" : "район после выпуска не указан",
            _ => $"статус: {field.Value}",
        }));
}
