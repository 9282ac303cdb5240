using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Slack.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace InterviewBot.Slack.Receiving;

/// <summary>Slack's requests: raw body, signature, what it is, into the inbox, acknowledgement.</summary>
internal sealed class SlackEndpoint(SlackInbox inbox, IOptions<SlackOptions> options, TimeProvider clock)
{
    private const int LongestBody = 1 << 20;
    private readonly RequestSignature signature = new(options.Value.SigningSecret, clock);

    public async Task<IResult> Take(HttpRequest request)
    {
        if (await Body(request) is not { } body)
            return Refuse("too-long", StatusCodes.Status413PayloadTooLarge);
        if (
            !signature.Fits(
                request.Headers[RequestSignature.SignatureHeader],
                request.Headers[RequestSignature.TimestampHeader],
                body
            )
        )
            return Refuse("signature", StatusCodes.Status401Unauthorized);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return Refuse("media-type", StatusCodes.Status415UnsupportedMediaType);
        SlackDelivery? delivery;
        try
        {
            if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
                delivery = new SlackDelivery(DeliveryKind.Event, Parse(body));
            else if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
                delivery = Form(body);
            else
                return Refuse("media-type", StatusCodes.Status415UnsupportedMediaType);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or DecoderFallbackException)
        {
            return Refuse("malformed", StatusCodes.Status400BadRequest);
        }
        // ssl_check: Slack looks whether our certificate is good; nothing in such a request is processed.
        if (delivery is null)
            return TypedResults.Ok();
        var answer = await inbox.Take(delivery);
        return answer switch
        {
            { Status: 200, Body: { } json } => TypedResults.Text(
                json.ToJsonString(),
                "application/json",
                Encoding.UTF8
            ),
            { Status: 200 } => TypedResults.Ok(),
            _ => TypedResults.StatusCode(answer.Status),
        };
    }

    private static SlackDelivery? Form(byte[] body)
    {
        var fields = QueryHelpers.ParseQuery(new UTF8Encoding(false, true).GetString(body));
        if (fields.ContainsKey("ssl_check"))
            return null;
        if (fields.TryGetValue("payload", out var payload))
            return payload.Count == 1
                ? new SlackDelivery(DeliveryKind.Interaction, Parse(Encoding.UTF8.GetBytes(payload[0]!)))
                : throw new InvalidDataException();
        if (!fields.ContainsKey("command") || fields.Any(f => f.Value.Count != 1))
            throw new InvalidDataException();
        // Over a socket a command is an object with the same members.
        var members = fields.ToDictionary(f => f.Key, f => f.Value[0]);
        return new SlackDelivery(
            DeliveryKind.Command,
            JsonSerializer.SerializeToElement(members, FormJson.Default.DictionaryStringString)
        );
    }

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(OddUnicode.Mended(json), new JsonDocumentOptions { MaxDepth = 64 });
        return document.RootElement.Clone();
    }

    private static async Task<byte[]?> Body(HttpRequest request)
    {
        if (request.ContentLength > LongestBody)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > LongestBody)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static Microsoft.AspNetCore.Http.HttpResults.StatusCodeHttpResult Refuse(string why, int status)
    {
        SlackMetrics.Refused(why);
        return TypedResults.StatusCode(status);
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class FormJson : JsonSerializerContext;
