using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Teams.Remembering;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Receiving;

/// <summary>Who sent an activity, and from where.</summary>
/// <param name="Place">The direct conversation, or the channel without its thread.</param>
internal sealed record Sender(Speaker By, Place Place, Activity Activity)
{
    /// <summary>What Teams delivered: an edit has the id of its original, so kind and time belong to it.</summary>
    public Cause Cause(string kind) => new($"{Place}:{By.Person.User}:{Activity.Id}:{kind}");
}

/// <summary>Knows people by what comes with their activities, and remembers how to reach them.</summary>
internal sealed class People(TeamsAddresses addresses, TeamsHouse house, IOutbox outbox, IOptions<TeamsOptions> options)
{
    private const int LongestName = 120;

    public async Task<Sender> Of(Activity activity)
    {
        var tenant = TenantOf(activity);
        var user = Ids.OfEntra(activity.Json.Text("from", "aadObjectId") ?? activity.FromId);
        var known = await addresses.OfPerson(tenant, user);
        var language = LanguageOf(activity) ?? known?.Language ?? "en";
        var zone = ZoneOf(activity) ?? known?.Zone ?? options.Value.DefaultZone;
        // What waited for somebody who was out of reach goes on.
        if (activity.IsPersonal && known?.Conversation is null)
            await outbox.Revive(house.Dm(new PersonId(TeamsHouse.ChannelName, tenant, user)).Lane);
        await addresses.Keep(
            tenant,
            user,
            new PersonAddress(
                activity.ServiceUrl,
                activity.RecipientId,
                activity.FromId,
                activity.IsPersonal ? activity.ConversationId : known?.Conversation,
                language,
                zone
            )
        );
        var name = activity.Json.Text("from", "name") ?? Texts.TeamsTexts.In(language)["somebody"];
        var person = new PersonId(TeamsHouse.ChannelName, tenant, user);
        var by = new Speaker(
            person,
            Cards.Plain.Clip(name, LongestName),
            language,
            zone,
            options.Value.Organisation ?? tenant
        );
        var place = activity.IsPersonal
            ? house.Dm(person)
            : new Place(TeamsHouse.ChannelName, tenant, ChannelOf(activity));
        return new Sender(by, place, activity);
    }

    /// <summary>Any text: in the Playground it is no GUID, in web chat there is none.</summary>
    public string TenantOf(Activity activity) =>
        Ids.OfEntra(activity.Tenant ?? (options.Value.TenantId is { Length: > 0 } own ? own : "none"))
            .Replace(':', '_');

    /// <summary>Without the thread it was said in.</summary>
    public static string ChannelOf(Activity activity) =>
        activity.ChannelThread ?? activity.ConversationId.Split(";messageid=", 2)[0];

    /// <summary>Null: the client tells none.</summary>
    public static string? LanguageOf(Activity activity) =>
        (activity.Json.Text("locale") ?? ClientInfo(activity, "locale")) switch
        {
            null => null,
            var locale when locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => "zh-CN",
            _ => "en",
        };

    private static string? ZoneOf(Activity activity) =>
        (activity.Json.Text("localTimezone") ?? ClientInfo(activity, "timezone")) is { Length: < 64 } id
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        && zone.HasIanaId
            ? id
            : null;

    private static string? ClientInfo(Activity activity, string name) =>
        activity.Json.List("entities").FirstOrDefault(e => e.Text("type") == "clientInfo")
            is { ValueKind: System.Text.Json.JsonValueKind.Object } info
            ? info.Text(name)
            : null;
}
