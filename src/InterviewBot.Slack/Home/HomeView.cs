using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Home;

/// <summary>The home tab: what runs, what is prepared, which scorecards are owed; a button to start; the guides.</summary>
internal static class HomeView
{
    private const int MostListed = 12;
    private const int MostGuides = 60;

    public static JsonObject Of(IReadOnlyList<ReadRow> mine, IReadOnlyList<ShelvedGuide> guides, SlackTexts texts)
    {
        var blocks = new List<JsonObject>
        {
            Elements.Header(texts["home-title"]),
            Elements.Actions([Elements.Button(texts["start-title"], "start", "start", ButtonStyle.Primary)]),
        };
        var before = blocks.Count;
        blocks.AddRange(Part("home-running", mine.Where(r => Is(r, Phase.Running) || Is(r, Phase.Paused)), texts));
        blocks.AddRange(Part("home-upcoming", mine.Where(r => Is(r, Phase.Preparing)), texts));
        blocks.AddRange(Part("home-owed", mine.Where(r => Is(r, Phase.Finished)), texts));
        if (blocks.Count == before)
            blocks.Add(Elements.Section(texts["home-none"]));
        if (guides.Count > 0)
        {
            var names = guides.Take(MostGuides).Select(g => Clip.Line(g.Guide.Title, 150));
            blocks.Add(
                Elements.RichText(
                    Elements.RichSection(Elements.Words(texts["home-guides"], bold: true)),
                    Elements.RichList(false, names)
                )
            );
        }
        return new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray([.. blocks]) };
    }

    private static IEnumerable<JsonObject> Part(string title, IEnumerable<ReadRow> rows, SlackTexts texts)
    {
        var listed = rows.Take(MostListed).ToList();
        if (listed.Count == 0)
            yield break;
        yield return Elements.RichText(Elements.RichSection(Elements.Words(texts[title], bold: true)));
        foreach (var row in listed)
        {
            var data = InterviewRow.Read(row.Data);
            var line = $"{data?.Candidate ?? texts["home-unnamed"]} · {data?.GuideTitle}";
            var press = new Press(row.Stream, Presses.Verbs.Card);
            yield return Elements.Section(
                Clip.Line(line, 300),
                Elements.Button(
                    texts["home-open"],
                    "press",
                    PressCode.Write(press, 200),
                    ButtonStyle.Default,
                    Clip.Line(line, 60)
                )
            );
        }
    }

    private static bool Is(ReadRow row, Phase phase) => row.Status == phase.ToString();
}
