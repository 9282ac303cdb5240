using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using Xunit;

namespace InterviewBot.Interviews.Tests.Harness;

/// <summary>Small guides made of flow texts.</summary>
internal static class GuideOf
{
    /// <summary>A stage for each topic; the last one is the closing stage.</summary>
    public static Guide Topics(params Topic[] topics) =>
        new(
            "test",
            "Test guide",
            "hash",
            "en",
            null,
            60,
            [
                .. topics.Select(
                    (t, i) =>
                        new Stage(
                            t.Key,
                            t.Number,
                            t.Title,
                            t.Required,
                            false,
                            i == topics.Length - 1 && topics.Length > 1,
                            "",
                            [t]
                        )
                ),
            ]
        );

    public static Topic Topic(
        string key,
        string flow,
        bool? required = true,
        int minutes = 8,
        bool pool = false,
        params string[] more
    ) =>
        new(
            key,
            key,
            "Topic " + key,
            required,
            "",
            null,
            minutes,
            [],
            pool,
            pool ? "Pick one" : null,
            [.. new[] { flow }.Concat(more).Select((text, i) => Read(text, i + 1))],
            ImmutableDictionary<string, QuestionNotes>.Empty
        );

    /// <summary>Questions one after the other, named a, b, c and so on with a prefix.</summary>
    public static Topic Line(string key, int questions, bool? required = true, int minutes = 8)
    {
        var ids = Enumerable.Range(1, questions).Select(n => $"q{n}").ToList();
        var flow = string.Join('\n', ids.Select(id => $"{id}=>operation: {key} {id}?"));
        return Topic(key, $"st=>start: Start\n{flow}\ne=>end\nst->{string.Join("->", ids)}->e", required, minutes);
    }

    private static Flow Read(string text, int block)
    {
        var reading = FlowReader.Read(text, block);
        Assert.NotNull(reading.Flow);
        return reading.Flow;
    }
}
