using System.Text;

namespace InterviewBot.Interviews.Identity;

/// <summary>
/// What made a commit happen: channel, tenant, conversation, delivery id and kind; an edit or a deletion adds the edit's time stamp, as a
/// Teams edit carries the id of the original message. A command told by another stream has <c>{stream}:{seq}:{n}</c>.
/// </summary>
public readonly record struct Cause(string Text)
{
    public static Cause Told(StreamId by, long seq, int n) => new($"{by}:{seq}:{n}");

    /// <summary>64-bit FNV-1a of the UTF-8 text: a fold remembers hashes, the log keeps the text.</summary>
    public ulong Hash
    {
        get
        {
            var hash = 14695981039346656037UL;
            foreach (var b in Encoding.UTF8.GetBytes(Text ?? ""))
                hash = (hash ^ b) * 1099511628211UL;
            return hash;
        }
    }

    public override string ToString() => Text;
}
