using System.Collections.Concurrent;
using System.Collections.Immutable;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack;

/// <summary>Where a person's cards go in Slack. A direct conversation is named by the person it is with.</summary>
public sealed class SlackHouse : IHouse
{
    /// <summary><see cref="Place.Channel"/> and <see cref="PersonId.Channel"/> of Slack.</summary>
    public const string ChannelName = "slack";

    private const int MostNames = 10_000;
    private static readonly WorkspaceOptions Nothing = new();
    private readonly SlackOptions options;
    private readonly Workspaces workspaces;
    private readonly ConcurrentDictionary<Place, string> names = new();

    internal SlackHouse(IOptions<SlackOptions> options, Workspaces workspaces)
    {
        this.options = options.Value;
        this.workspaces = workspaces;
    }

    public Place Dm(PersonId person) => new(ChannelName, person.Tenant, person.User);

    public (Place? Place, string? Name) HiringChannel(PersonId person) =>
        Of(person.Tenant) is { HiringChannel: { Length: > 0 } id } own
            ? (new Place(ChannelName, person.Tenant, id), $"#{own.HiringChannelName ?? id}")
            : (null, null);

    public ImmutableArray<Place> Recruiters(PersonId person) =>
        [.. Of(person.Tenant).Recruiters.Select(user => new Place(ChannelName, person.Tenant, user))];

    /// <summary>Ids of channels begin with C (old private ones with G); those of people and of direct conversations do not.</summary>
    public bool MayHoldBoard(Place place) => place.Conversation is ['C' or 'G', ..];

    public string? NameOf(Place channel) => names.GetValueOrDefault(channel);

    /// <summary>Slack told it.</summary>
    internal void Learn(Place channel, string name)
    {
        if (names.Count >= MostNames)
            names.Clear();
        names[channel] = $"#{name}";
    }

    /// <summary>A workspace that nobody mapped is an organisation of its own.</summary>
    public string Organisation(string workspace) =>
        Of(workspace).Organisation is { Length: > 0 } named ? named : $"{ChannelName}:{workspace}";

    // What stands directly in the section belongs to the workspace of the configured token, never to one that installed the app itself.
    private WorkspaceOptions Of(string workspace)
    {
        if (options.Workspaces.TryGetValue(workspace, out var own))
            return own;
        if (options.BotToken.Length == 0)
            return Nothing;
        return workspaces.ConfiguredId is { } configured
            ? configured == workspace
                ? options
                : Nothing
            : workspaces.IsInstalled(workspace)
                ? Nothing
                : options;
    }
}
