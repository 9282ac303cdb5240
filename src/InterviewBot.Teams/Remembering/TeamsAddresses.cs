using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Teams.Cards;

namespace InterviewBot.Teams.Remembering;

/// <summary>How to reach a person: learnt from what they send.</summary>
/// <param name="UserId">The person's id for this bot.</param>
/// <param name="Conversation">The direct conversation; null: there is none yet, or the app was removed.</param>
internal sealed record PersonAddress(
    string ServiceUrl,
    string BotId,
    string UserId,
    string? Conversation,
    string Language,
    string Zone
);

/// <param name="Name">Without #; null for what nobody has told yet.</param>
internal sealed record ChannelAddress(string ServiceUrl, string BotId, string Team, string? Name);

/// <summary>Conversation references, newest wins. Written when they change and not with each message.</summary>
internal sealed class TeamsAddresses(IAddressBook book, TimeProvider clock)
{
    private const string Person = "person";
    private const string Channel = "channel";
    private const string Greeted = "greeted";
    private const string Tenant = "tenant";
    private const string Everywhere = "*";
    private const int Kept = 20_000;
    private readonly ConcurrentDictionary<string, PersonAddress> _people = new();
    private readonly ConcurrentDictionary<string, ChannelAddress> _channels = new();
    private readonly ConcurrentDictionary<string, bool> _tenants = new();

    public async ValueTask<PersonAddress?> OfPerson(string tenant, string user) =>
        await Find(_people, tenant, Person, user, AddressJson.Default.PersonAddress);

    public async Task Keep(string tenant, string user, PersonAddress address)
    {
        if (_tenants.TryAdd(tenant, true))
            await book.Keep(new Address(TeamsHouse.ChannelName, Everywhere, Tenant, tenant, "{}", clock.GetUtcNow()));
        await Keep(_people, tenant, Person, user, address, AddressJson.Default.PersonAddress);
    }

    /// <summary>Those of everybody who ever wrote to the bot.</summary>
    public async ValueTask<IReadOnlyList<string>> Tenants() =>
        [.. (await book.List(TeamsHouse.ChannelName, Everywhere, Tenant, CancellationToken.None)).Select(t => t.Key)];

    public async Task ForgetConversation(string tenant, string user)
    {
        if (await OfPerson(tenant, user) is { Conversation: not null } person)
            await Keep(tenant, user, person with { Conversation = null });
    }

    public async ValueTask<ChannelAddress?> OfChannel(string tenant, string channel) =>
        await Find(_channels, tenant, Channel, channel, AddressJson.Default.ChannelAddress);

    public Task Keep(string tenant, string channel, ChannelAddress address) =>
        Keep(_channels, tenant, Channel, channel, address, AddressJson.Default.ChannelAddress);

    public async Task<bool> DropChannel(string tenant, string channel)
    {
        _channels.TryRemove($"{tenant}:{channel}", out _);
        return await book.Drop(TeamsHouse.ChannelName, tenant, Channel, channel);
    }

    /// <summary>Channels in which the bot is installed and whose names are known.</summary>
    public async ValueTask<IReadOnlyList<KnownChannel>> Channels(string tenant)
    {
        var rows = await book.List(TeamsHouse.ChannelName, tenant, Channel, CancellationToken.None);
        return
        [
            .. rows.Select(r => (r.Key, Address: Read(r.Data, AddressJson.Default.ChannelAddress)))
                .Where(c => c.Address?.Name is not null)
                .Select(c => new KnownChannel(c.Key, c.Address!.Name!))
                .OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public async ValueTask<IReadOnlyList<string>> ChannelsOf(string tenant, string team)
    {
        var rows = await book.List(TeamsHouse.ChannelName, tenant, Channel, CancellationToken.None);
        return [.. rows.Where(r => Read(r.Data, AddressJson.Default.ChannelAddress)?.Team == team).Select(r => r.Key)];
    }

    /// <summary>The name of a channel seen before, as far as this process remembers.</summary>
    public string? NameOf(Place channel) =>
        _channels.TryGetValue($"{channel.Installation}:{channel.Conversation}", out var known) ? known.Name : null;

    /// <summary>True the first time, so that of two events of one installation one greets.</summary>
    public Task<bool> MayGreet(string tenant, string conversation) =>
        book.Keep(new Address(TeamsHouse.ChannelName, tenant, Greeted, conversation, "{}", clock.GetUtcNow()));

    public Task ForgetGreeting(string tenant, string conversation) =>
        book.Drop(TeamsHouse.ChannelName, tenant, Greeted, conversation);

    private async ValueTask<T?> Find<T>(
        ConcurrentDictionary<string, T> known,
        string tenant,
        string kind,
        string key,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form
    )
        where T : class
    {
        if (known.TryGetValue($"{tenant}:{key}", out var there))
            return there;
        var row = await book.Find(TeamsHouse.ChannelName, tenant, kind, key, CancellationToken.None);
        var found = row is null ? null : Read(row.Data, form);
        if (found is not null)
            Remember(known, $"{tenant}:{key}", found);
        return found;
    }

    private async Task Keep<T>(
        ConcurrentDictionary<string, T> known,
        string tenant,
        string kind,
        string key,
        T address,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form
    )
        where T : class
    {
        if (address.Equals(await Find(known, tenant, kind, key, form)))
            return;
        await book.Keep(
            new Address(
                TeamsHouse.ChannelName,
                tenant,
                kind,
                key,
                JsonSerializer.Serialize(address, form),
                clock.GetUtcNow()
            )
        );
        Remember(known, $"{tenant}:{key}", address);
    }

    private static void Remember<T>(ConcurrentDictionary<string, T> known, string key, T address)
    {
        if (known.Count >= Kept)
            known.Clear();
        known[key] = address;
    }

    private static T? Read<T>(string data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(data, form);
        }
        catch (JsonException)
        {
            return null; // written by another release: learnt again with the next message
        }
    }
}

[JsonSerializable(typeof(PersonAddress))]
[JsonSerializable(typeof(ChannelAddress))]
internal sealed partial class AddressJson : JsonSerializerContext;
