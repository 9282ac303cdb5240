namespace InterviewBot.Conversation.Words;

/// <summary>Folds full-width letters, digits and signs to their plain form, one character for one, so that positions stay those of the typed text.</summary>
internal static class Folded
{
    public static string Width(string text) => string.Create(text.Length, text, static (to, from) => Fold(from, to));

    /// <summary>Trimmed, spaces inside made one, without the marks that may end a command: . 。 ! ！</summary>
    public static string Command(string text)
    {
        var end = Width(text).AsSpan().Trim().TrimEnd(" .!。").ToString();
        return string.Join(' ', end.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Fold(string from, Span<char> to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' and var c => (char)(c - 0xFEE0),
                '\uFF61' => '。',
                var c when char.IsWhiteSpace(c) => ' ',
                var c => c,
            };
    }
}
