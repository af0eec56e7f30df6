using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Export;

/// <summary>The export for programs, complete (R15): fields and order of DESIGN §7.</summary>
public static class AssessmentsJson
{
    public static async Task<int> Write(Stream output, IAsyncEnumerable<AssessmentExportRow> rows, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true, IndentSize = 1 });
        var count = 0;
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            Write(json, row);
            if (++count % 256 == 0)
            {
                await json.FlushAsync(cancel);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(cancel);
        return count;
    }

    private static void Write(Utf8JsonWriter json, AssessmentExportRow row)
    {
        json.WriteStartObject();
        json.WriteString("externalId", row.ExternalId);
        json.WriteString("lastName", row.LastName);
        json.WriteString("firstName", row.FirstName);
        json.WriteString("middleName", row.MiddleName);
        json.WriteString("birthDate", row.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("programmeCode", row.ProgrammeCode);
        json.WriteString("level", row.IsHigh ? "high" : "notHigh");
        json.WriteString("status", row.Status switch
        {
            AssessmentStatus.Proposed => "proposed",
            AssessmentStatus.Confirmed => "confirmed",
            _ => "overridden",
        });
        if (row.Priority is { } priority)
        {
            json.WriteNumber("priority", priority);
        }
        else
        {
            json.WriteNull("priority");
        }

        json.WriteBoolean("complete", row.Complete);
        json.WriteStartArray("characteristics");
        foreach (var characteristic in Characteristics.Federal.Concat(row.Added))
        {
            var line = Explanation.Line(row.Block, characteristic);
            json.WriteStartObject();
            json.WriteString("code", characteristic.Code);
            json.WriteString("state", line.State switch
            {
                CharacteristicState.Present => "present",
                CharacteristicState.Absent => "absent",
                _ => "unknown",
            });
            json.WriteString("evidence", line.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
