using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>
/// The dialogs of the real process, as a client that has dialogs draws and sends them; Microsoft's Playground has none. SHOTS=folder keeps pictures.
/// </summary>
public sealed class DialogsInAClient(Chromium chromium)
{
    private const string Guide = """
        # Backend

        ## 1 Opening (required)

        ```flow
        st=>start: Start
        a=>operation: Tell me about your newest project
        e=>end
        st->a->e
        ```

        ## 2 Redis

        ```flow
        st=>start: Start
        a=>operation: What does Redis keep?
        e=>end
        st->a->e
        ```
        """;

    [Theory]
    [InlineData(320)]
    [InlineData(720)]
    public async Task A_start_that_is_refused_keeps_what_was_typed_until_it_is_taken(int width)
    {
        await using var scene = await Scene.Start(chromium, width, Guide);
        var (page, dialog) = (scene.Page, scene.Dialog);
        await page.GetByLabel("Candidate (may stay empty)").FillAsync("Lin Wei");
        await page.GetByRole(AriaRole.Button, new() { Name = "In a window of its own…" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Heading)).ToHaveTextAsync("New interview");
        // What stood in the card stands in the dialog.
        var candidate = dialog.GetByLabel("Candidate (may stay empty)");
        var minutes = dialog.GetByLabel("Minutes (may stay empty)");
        await Expect(candidate).ToHaveValueAsync("Lin Wei");
        await scene.Check("start");

        // The client itself knows the limits and says so at the field.
        await minutes.FillAsync("3");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("a whole number from 5 to 480");
        await Expect(candidate).ToHaveValueAsync("Lin Wei");
        await scene.Check("start-minutes");

        // What only the bot can know comes back as a card.
        await minutes.FillAsync("45");
        await dialog.GetByLabel("Hiring channel").SelectOptionAsync("#hiring");
        await scene.Client.LoseChannel();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("I am not in that channel.");
        await Expect(candidate).ToHaveValueAsync("Lin Wei");
        await Expect(minutes).ToHaveValueAsync("45");
        await scene.Check("start-refused");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(scene.Card("Begin")).ToContainTextAsync("Lin Wei · Backend · 45 min");
        scene.NothingWrong();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(720)]
    public async Task A_plan_is_changed_at_once(int width)
    {
        await using var scene = await Scene.Start(chromium, width, Guide);
        var (page, dialog) = (scene.Page, scene.Dialog);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await scene.Card("Begin").GetByRole(AriaRole.Button, new() { Name = "Plan as a form…" }).ClickAsync();
        await dialog.GetByLabel("Length").SelectOptionAsync("90 min");
        await dialog.GetByLabel(new Regex("^Leave out: Redis")).CheckAsync();
        await dialog.GetByLabel("Candidate's name").FillAsync("Lin Wei");
        await scene.Check("plan");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(scene.Card("Begin")).ToContainTextAsync("Lin Wei · Backend · 90 min");
        await Expect(scene.Card("Begin")).ToContainTextAsync("Not planned: Redis");

        // A dialog left open while the interview goes on elsewhere changes nothing any more, and says so.
        await scene.Card("Begin").GetByRole(AriaRole.Button, new() { Name = "Plan as a form…" }).ClickAsync();
        await dialog.GetByLabel(new Regex("^Take in: Redis")).CheckAsync();
        await page.EvaluateAsync(
            "() => [...document.querySelectorAll('main button')].find(b => b.textContent === 'Begin').click()"
        );
        await Expect(scene.Card("Next")).ToContainTextAsync("newest project");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("This card has moved on");
        await scene.Check("plan-moved-on");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        scene.NothingWrong();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(720)]
    public async Task A_scorecard_is_filled_in_by_keyboard_alone(int width)
    {
        await using var scene = await Scene.Start(chromium, width, Guide);
        var (page, dialog) = (scene.Page, scene.Dialog);
        await scene.Reach("Candidate (may stay empty)");
        await page.Keyboard.TypeAsync("Lin Wei");
        await scene.Press("Start", then: "Begin");
        await scene.Press("Begin", then: "Next");
        await scene.Client.Say("+ calm and clear");
        await Expect(scene.Card("Next")).ToContainTextAsync("calm and clear");
        await scene.Press("Next", then: "Next", shows: "What does Redis keep?");
        await scene.Press("More", then: "Finish");
        await scene.Press("Finish", then: "End: enough seen");
        await scene.Press("End: enough seen", then: "Fill in at once…");
        await scene.Press("Fill in at once…");

        await Expect(dialog.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Fill in and save");
        await scene.Reach("Recommendation");
        await page.Keyboard.TypeAsync("yes");
        await scene.Reach("Opening");
        await page.Keyboard.TypeAsync("3");
        await scene.Reach("Comment");
        await page.Keyboard.TypeAsync("Solid. [x](https://evil.example)\nWould work with.");
        await scene.Check("scorecard");
        await scene.Press("Save");
        await Expect(dialog).ToBeHiddenAsync();

        var card = scene.Card("Preview");
        await Expect(card).ToContainTextAsync("Recommendation: yes");
        await Expect(card).ToContainTextAsync("Opening: 3 good");
        await Expect(card).ToContainTextAsync("Solid. [x](https://evil.example)");
        Assert.Equal(0, await card.Locator("a").CountAsync());

        // The preview has its dialog, too: a tick and the button by the space bar.
        await scene.Press("Preview", then: "Send scorecard");
        await scene.Press("Fill in at once…");
        await Expect(dialog).ToContainTextAsync("calm and clear");
        await Expect(dialog.GetByRole(AriaRole.Checkbox)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(dialog.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await scene.Check("preview");
        await scene.Press("Save", key: "Space");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(scene.Card("Send scorecard")).ToContainTextAsync(new Regex("calm and clear: yes"));
        await scene.Press("Send scorecard", then: null, shows: "Your scorecard is in");
        scene.NothingWrong();
    }
}
