using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using Xunit;

namespace InterviewBot.Conversation.Tests.Words;

public sealed class FindingAGuide
{
    private static readonly GuideName[] Shelf =
    [
        new("backend-python.zh-CN", "后端面试流程"),
        new("backend-go.en", "Backend in Go"),
        new("frontend.en", "Front end, mid-level"),
    ];

    [Theory]
    [InlineData("frontend.en")]
    [InlineData("FRONTEND")]
    [InlineData("front end")]
    [InlineData("mid-level")]
    [InlineData("ｆｒｏｎｔ")]
    public void By_file_name_title_or_an_unambiguous_part(string query) =>
        Assert.Equal("frontend.en", GuideSearch.Find(Shelf, query).Found?.Name);

    [Theory]
    [InlineData("后端")]
    [InlineData("python")]
    [InlineData("python backend")]
    public void In_any_language_and_order_of_words(string query) =>
        Assert.Equal("backend-python.zh-CN", GuideSearch.Find(Shelf, query).Found?.Name);

    [Fact]
    public void What_fits_two_picks_none()
    {
        var match = GuideSearch.Find(Shelf, "backend");
        Assert.Null(match.Found);
        Assert.Equal(["backend-python.zh-CN", "backend-go.en"], match.Ambiguous.Select(g => g.Name));
        var sentence = Sentences.AmbiguousGuide("backend", match.Ambiguous, "en");
        Assert.Contains("backend-go.en (Backend in Go)", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backend-python", "en", "backend-python.en")]
    [InlineData("backend", "zh-CN", "backend-python.zh-CN")]
    [InlineData("py", "zh-CN", "backend-python.zh-CN")]
    [InlineData("backend", "fr", null)]
    [InlineData("data", "en", null)]
    public void Of_one_guide_in_two_languages_the_persons_own_is_meant(string query, string language, string? found)
    {
        GuideName[] shelf =
        [
            new("backend-python.en", "Backend (Python)", "en"),
            new("backend-python.zh-CN", "后端", "zh-CN"),
            new("data-a.en", "Data A", "en"),
            new("data-b.zh-CN", "Data B", "zh-CN"),
        ];
        Assert.Equal(found, GuideSearch.Find(shelf, query, language).Found?.Name);
    }

    [Theory]
    [InlineData("fronted", "frontend.en")]
    [InlineData("pyhton", "backend-python.zh-CN")]
    public void An_unknown_name_answers_with_the_nearest_ones(string query, string nearest)
    {
        var match = GuideSearch.Find(Shelf, query);
        Assert.Null(match.Found);
        Assert.Equal(nearest, match.Nearest[0].Name);
        Assert.Contains(nearest, Sentences.UnknownGuide(query, match.Nearest, "zh-CN"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_guide_needs_no_name()
    {
        Assert.Equal("frontend.en", GuideSearch.Find(Shelf[2..], "").Found?.Name);
        Assert.Equal(3, GuideSearch.Find(Shelf, "").Ambiguous.Length);
        Assert.Empty(GuideSearch.Find([], "x").Nearest);
    }
}
