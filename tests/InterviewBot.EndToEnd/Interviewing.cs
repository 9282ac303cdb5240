using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace InterviewBot.EndToEnd;

/// <summary>An interviewer at her card: presses what stands on it and waits until it has moved on.</summary>
internal sealed class Interviewing(LocalChatPage chat)
{
    public LocalChatPage Chat => chat;

    /// <summary>What the live card asks, as a number that grows with each move.</summary>
    public async Task<int> Turn() =>
        int.Parse(await chat.Card.GetAttributeAsync("data-turn") ?? "-1", CultureInfo.InvariantCulture);

    public async Task<string> Says() => await chat.Heading.InnerTextAsync();

    /// <summary>Acts, and returns when a card of a later move stands there.</summary>
    public async Task Move(Func<Task> act)
    {
        var before = await Turn();
        await act();
        await Until(async () => await Turn() > before, $"the card to leave turn {before}");
    }

    public Task Next() => Move(() => Verb("next").ClickAsync());

    public ILocator Verb(string verb) => chat.Card.Locator($"button[data-press*='\"verb\":\"{verb}\"']");

    public Task<bool> Offers(string verb) => Any(Verb(verb));

    /// <summary>Goes on by what the card offers until it offers nothing more; forks are answered one way. Returns what was said.</summary>
    public async Task<List<string>> WalkOn(bool yes, int atMost = 150)
    {
        var said = new List<string>();
        for (var i = 0; i < atMost; i++)
        {
            said.Add(await Says());
            if (await Offers("next"))
                await Next();
            else if (await Offers("fork"))
                await Move(() => (yes ? Verb("fork").First : Verb("fork").Last).ClickAsync());
            else if (await Offers("leave-pool"))
                await Move(() => Verb("leave-pool").ClickAsync());
            else
                return said;
        }
        throw new InvalidOperationException("The interview does not come to an end.");
    }

    public static async Task Until(Func<Task<bool>> happened, string what)
    {
        for (var i = 0; i < 1_200; i++)
        {
            if (await happened())
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }
        Assert.Fail($"Waited in vain for {what}.");
    }

    private static async Task<bool> Any(ILocator locator) => await locator.CountAsync() > 0;
}
