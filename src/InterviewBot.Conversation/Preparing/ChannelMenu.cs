using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Conversation.Preparing;

/// <summary>Where the board goes: on the Prepare card, and as the answer to the word "channel".</summary>
internal static class ChannelMenu
{
    public static MenuAction Of(Pen pen)
    {
        var options = ImmutableArray.CreateBuilder<MenuOption>();
        options.Add(
            new MenuOption(
                pen.Text["channel.other"],
                pen.Press(Presses.Verbs.Channel, $"{pen.Interview.Dm.Channel}:{pen.Interview.Dm.Installation}"),
                null,
                pen.Text["channel.other.detail"],
                pen.Text["channel.label"]
            )
        );
        if (pen.Interview.Channel is not null)
            options.Add(new MenuOption(pen.Text["channel.none"], pen.Press(Presses.Verbs.Channel, "none")));
        return new MenuAction("channel", pen.Text["button.change-channel"], options.ToImmutable());
    }

    /// <summary>The private answer to the word "channel".</summary>
    public static Card Answer(Pen pen)
    {
        var text = pen.Interview.Channel is null ? pen.Text["channel.asks"] : pen.Text.With("channel.is", Name(pen));
        return pen.Card(pen.Text["channel.asks"], [new TextLine(text)], [Of(pen)]);
    }

    public static string Name(Pen pen) => pen.Interview.ChannelName ?? "#" + pen.Interview.Channel?.Conversation;
}
