using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Words;

/// <summary>What a line that is kept as a note may have been meant for: offered once, privately, and done only when pressed.</summary>
public abstract record Meant
{
    private Meant() { }

    /// <summary>A line that may be a name: "candidate …".</summary>
    public sealed record Name(string Text) : Meant;

    /// <summary>The order behind it.</summary>
    public InterviewCommand Order =>
        this is Name name ? new NameCandidate(name.Text) : throw new System.Diagnostics.UnreachableException();

    /// <summary>Reads the text of a kept note once more; null: it may be nothing but a note.</summary>
    public static Meant? Of(string text, InterviewView view)
    {
        foreach (var typed in TypedCommand.Readings(text))
        {
            if (Of(typed, view) is { } meant)
                return meant;
        }
        return null;
    }

    internal static Meant? Of(TypedCommand typed, InterviewView view)
    {
        if (typed.Row.Form != Form.Name || typed.Argument.Length is 0 or > MostLetters)
            return null;
        var name = Clean(typed.Argument);
        var named = view.Interview.Candidate;
        // With a name set a sentence is a note like any other; without one it may be a name that reads oddly.
        return name.Length == 0 || name == named || (named is not null && !CandidateName.Looks(typed.Argument))
            ? null
            : new Name(name);
    }

    internal static string Clean(string name) => name.TrimEnd('.', '。', '!', '！', ' ');

    private const int MostLetters = 100;
}
