namespace InterviewBot.Conversation.Speaking;

/// <summary>A rating as it is shown: a number never stands without its word.</summary>
internal static class Grade
{
    public const int Lowest = 1;
    public const int Highest = 4;

    public static string Of(int value, Texts texts) => $"{value} {texts[$"rating.{value}"]}";

    public static string OrNone(int? value, Texts texts) => value is { } v ? Of(v, texts) : texts["rating.none"];
}
