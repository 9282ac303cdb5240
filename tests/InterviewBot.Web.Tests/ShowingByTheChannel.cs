using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Web.People;
using InterviewBot.Web.Showing;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class ShowingByTheChannel
{
    private readonly MemoryMessages _messages = new();
    private readonly LocalChannel _channel;

    public ShowingByTheChannel() => _channel = new LocalChannel(_messages, TimeProvider.System);

    [Fact]
    public async Task A_post_repeated_after_a_crash_is_one_message_with_the_newest_drawing()
    {
        var first = await Post(new Drawing.Line("old", "en"));
        var again = await Post(new Drawing.Line("new", "en"));

        Assert.Equal(first, again);
        var message = Assert.Single(_messages.All);
        Assert.Equal(new Drawing.Line("new", "en"), DrawingJson.Read(message.Body));
        Assert.Equal(("bot", true, true), (message.Author, message.IsCard, message.Handled));
    }

    [Fact]
    public async Task The_next_generation_is_a_message_of_its_own() =>
        Assert.NotEqual(await Post(new Drawing.Line("a", "en")), await Post(new Drawing.Line("a", "en"), gen: 2));

    [Fact]
    public async Task A_thread_hangs_on_its_top_message()
    {
        var board = await Post(new Drawing.Line("board", "en"), conversation: "hiring");
        var summary = await Post(
            new Drawing.Line("summary", "en"),
            surface: "s",
            conversation: "hiring",
            parent: board
        );
        await Post(new Drawing.Line("below", "en"), surface: "t", conversation: "hiring", parent: summary);
        await Post(new Drawing.Line("astray", "en"), surface: "u", parent: board);

        var top = _messages.All[0].Id;
        Assert.Equal([null, top, top, null], _messages.All.Select(m => m.Thread));
    }

    [Fact]
    public async Task An_edit_keeps_the_message_and_its_place()
    {
        var reference = await Post(new Drawing.Line("old", "en"));
        Assert.Equal(new SendResult.Sent(reference), await Edit(reference, new Drawing.Line("new", "en")));
        Assert.Contains("new", Assert.Single(_messages.All).Body);
    }

    [Fact]
    public async Task What_is_not_there_is_missing()
    {
        var reference = await Post(new Drawing.Line("old", "en"));
        await Erase(reference);
        foreach (var gone in new[] { reference, "123", "not a number" })
            Assert.IsType<SendResult.Missing>(await Edit(gone, new Drawing.Line("new", "en")));
        Assert.IsType<SendResult.Missing>(
            await _channel.Edit(LocalPeople.PlaceOf("hiring"), reference, new Drawing.Line("x", "en"), default)
        );
    }

    [Fact]
    public async Task Erasing_empties_and_may_be_repeated()
    {
        var reference = await Post(new Drawing.Line("a name", "en"));
        Assert.Equal(new SendResult.Sent(reference), await Erase(reference));
        Assert.Equal(new SendResult.Sent(reference), await Erase(reference));
        Assert.Equal("", Assert.Single(_messages.All).Body);
    }

    [Fact]
    public async Task A_drawing_of_nothing_takes_the_message_away()
    {
        var reference = await Post(new Drawing.Line("a name", "en"));
        await Edit(reference, new Drawing.Gone());
        Assert.NotNull(Assert.Single(_messages.All).DeletedAt);
    }

    [Theory]
    [InlineData("web", "local", "dm-nobody")]
    [InlineData("web", "elsewhere", "hiring")]
    [InlineData("slack", "local", "hiring")]
    public async Task A_place_that_is_not_ours_is_a_fault_of_the_place(
        string channel,
        string installation,
        string conversation
    ) =>
        Assert.IsType<SendResult.PlaceFault>(
            await _channel.Post(
                new PostRequest(
                    new Place(channel, installation, conversation),
                    null,
                    new Drawing.Line("x", "en"),
                    SampleCards.Loop,
                    "board",
                    1
                ),
                default
            )
        );

    [Fact]
    public void Everybody_has_a_place()
    {
        var house = new LocalHouse();
        var person = LocalPeople.Panellist.Id;
        Assert.Equal("web:local:dm-panellist", house.Dm(person).Lane);
        Assert.Equal(
            ("web:local:hiring", "#hiring"),
            (house.HiringChannel(person).Place?.Lane, house.HiringChannel(person).Name)
        );
        Assert.Equal(["web:local:dm-recruiter"], house.Recruiters(person).Select(p => p.Lane));
    }

    private async Task<string> Post(
        Drawing drawing,
        string surface = "prompt",
        int gen = 1,
        string conversation = "dm-interviewer",
        string? parent = null
    )
    {
        var place = LocalPeople.PlaceOf(conversation);
        var sent = await _channel.Post(
            new PostRequest(place, parent, drawing, SampleCards.Interview, surface, gen),
            default
        );
        return Assert.IsType<SendResult.Sent>(sent).Ref;
    }

    private Task<SendResult> Edit(string reference, Drawing drawing) =>
        _channel.Edit(LocalPeople.PlaceOf("dm-interviewer"), reference, drawing, default);

    private Task<SendResult> Erase(string reference) =>
        _channel.Erase(LocalPeople.PlaceOf("dm-interviewer"), reference, default);
}
