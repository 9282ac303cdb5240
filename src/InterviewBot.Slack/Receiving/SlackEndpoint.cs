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
internal sealed class SlackEndpoint(SlackInbox inbox, Bodies bodies, IOptions<SlackOptions> options, TimeProvider clock)
{
    private readonly RequestSignature signature = new(options.Value.SigningSecret, clock);

    public async Task<IResult> Take(HttpRequest request)
    {
        var signed = request.Headers[RequestSignature.SignatureHeader];
        var at = request.Headers[RequestSignature.TimestampHeader];
        // Before anything of the body is kept.
        if (!signature.MayFit(signed, at))
            return Refuse("signature", StatusCodes.Status401Unauthorized);
        var (body, refused) = await bodies.Read(request);
        if (body is null)
            return Refuse(refused == StatusCodes.Status413PayloadTooLarge ? "too-long" : "body", refused);
        if (!signature.Fits(signed, at, body))
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

    private static Microsoft.AspNetCore.Http.HttpResults.StatusCodeHttpResult Refuse(string why, int status)
    {
        SlackMetrics.Refused(why);
        return TypedResults.StatusCode(status);
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class FormJson : JsonSerializerContext;
