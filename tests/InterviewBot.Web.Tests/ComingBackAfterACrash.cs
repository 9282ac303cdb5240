using InterviewBot.Interviews.Seams;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class ComingBackAfterACrash
{
    private static readonly DateTimeOffset Then = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Lines_left_unhandled_are_worked_on_before_the_server_listens()
    {
        var messages = new MemoryMessages();
        await messages.Add(Line("typed before the crash"));
        await messages.Add(Line("edited before the crash") with { EditedAt = Then });
        await messages.Add(Line("") with { DeletedAt = Then });
        await messages.Add(Line("long done") with { Handled = true });

        await using var host = await ChatHost.Start(messages);

        Assert.Equal(
            ["typed typed before the crash", "edited edited before the crash", "deleted"],
            host.Reception.Done
        );
        Assert.All(messages.All, m => Assert.True(m.Handled));
        var ids = messages.All.Select(m => m.Id).ToArray();
        Assert.Equal(
            [
                $"web:local:dm-interviewer:{ids[0]}:message",
                $"web:local:dm-interviewer:{ids[1]}:edit:{Then.ToUnixTimeMilliseconds()}",
                $"web:local:dm-interviewer:{ids[2]}:delete:{Then.ToUnixTimeMilliseconds()}",
            ],
            host.Reception.Causes
        );
    }

    [Fact]
    public async Task A_line_worked_on_but_not_marked_counts_once()
    {
        var messages = new MemoryMessages();
        var reception = new FakeReception();
        await messages.Add(Line("cut off"));
        await using (await ChatHost.Start(messages, reception)) { }
        // The mark was lost with the power.
        await messages.Change(messages.All[0].Id, null, null, null, false);

        await using var again = await ChatHost.Start(messages, reception);

        Assert.Equal(["typed cut off"], reception.Done);
        Assert.True(messages.All[0].Handled);
    }

    [Fact]
    public async Task One_line_that_fails_does_not_keep_the_others_waiting()
    {
        var messages = new MemoryMessages();
        var reception = new FakeReception
        {
            Answer = what =>
                what == "typed bad"
                    ? throw new InvalidOperationException("a defect")
                    : Task.FromResult(new Delivery.Receiving.Reply(true, null, null)),
        };
        await messages.Add(Line("bad"));
        await messages.Add(Line("good"));

        await using var host = await ChatHost.Start(messages, reception);

        Assert.Equal(["typed good"], reception.Done);
        Assert.Equal([false, true], messages.All.Select(m => m.Handled));
    }

    [Fact]
    public async Task An_edit_of_a_line_left_unhandled_lets_the_line_count_first()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var left = await host.Messages.Add(Line("the line"));

        await client.Act("interviewer", "edit", new { message = $"{left.Id}", text = "the edit" });

        Assert.Equal(["typed the line", "edited the edit"], host.Reception.Done);
    }

    [Fact]
    public async Task A_line_nobody_is_there_for_is_answered_in_its_own_language()
    {
        var messages = new MemoryMessages();
        await messages.Add(Line("开始 backend"));
        await using var host = await ChatHost.Start(messages);
        Assert.Equal("zh-CN", host.Reception.LastLine!.By.Language);
    }

    private static LocalMessage Line(string text) =>
        new(0, "dm-interviewer", null, "interviewer", false, text, Then, null, null, 0, false, null, null);
}
