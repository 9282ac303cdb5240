namespace InterviewBot.Slack.Calling;

/// <summary>
/// The id of the direct conversation with a person. Our places name it by the person (<c>U…</c>), which is known at once; Slack's methods
/// that edit want the conversation (<c>D…</c>).
/// </summary>
internal sealed class DirectMessages(SlackApi api, MovedChannels moved, TimeProvider clock)
{
    private readonly Remembered<string> known = new(clock, TimeSpan.FromDays(1));
    private readonly Remembered<string> people = new(clock, TimeSpan.FromDays(90));

    public static bool IsPerson(string conversation) => conversation is ['U' or 'W', ..];

    public static bool IsDirect(string? conversation) => conversation is ['D', ..];

    /// <summary>What Slack calls the conversation, or why it has none.</summary>
    public async ValueTask<(string? Id, ApiAnswer? Failed)> Id(
        Workspace ours,
        string conversation,
        CancellationToken ct
    )
    {
        if (!IsPerson(conversation))
            return (await moved.Now(ours.Id, conversation), null);
        if (known.Find($"{ours.Id}/{conversation}") is { } there)
            return (there, null);
        var answer = await api.Ask(ours, "conversations.open", new() { ["users"] = conversation }, ct);
        if (answer.Ok && answer.Body.Text("channel", "id") is { } id)
        {
            Learn(ours, conversation, id);
            return (id, null);
        }
        return (null, answer.Ok ? answer with { Error = ApiAnswer.Unanswered } : answer);
    }

    /// <summary>An event told it.</summary>
    public void Learn(Workspace ours, string user, string conversation)
    {
        if (!IsDirect(conversation))
            return;
        known.Keep($"{ours.Id}/{user}", conversation);
        people.Keep($"{ours.Id}/{conversation}", user);
    }

    /// <summary>Whose conversation it is, where a delivery does not say; null: nothing was heard of it yet.</summary>
    public string? Whose(Workspace ours, string conversation) => people.Find($"{ours.Id}/{conversation}");
}
