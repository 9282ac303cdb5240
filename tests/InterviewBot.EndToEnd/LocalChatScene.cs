using InterviewBot.Conversation.Cards;
using InterviewBot.Web.People;
using InterviewBot.Web.Tests.Fakes;

namespace InterviewBot.EndToEnd;

/// <summary>Scenes of sample cards and lines.</summary>
internal static class LocalChatScene
{
    /// <summary>The middle of an interview, as the interviewer and the others see it.</summary>
    /// <returns>The reference of the interviewer's card.</returns>
    public static async Task<string> SetMidInterview(this ChatHost host, Card prompt)
    {
        const string dm = "dm-interviewer";
        await host.Note(dm, "interviewer", "start backend-python for Sam Rivera");
        await host.Post(
            dm,
            new Drawing.Line("What happens when a key expires? · 4 excellent · 3 notes", "en"),
            "prompt-old"
        );
        await host.Note(dm, "interviewer", "+ only snapshots, but knows the gap and says so");
        await host.Note(dm, "interviewer", "? ask again about fsync");
        var card = await host.Post(dm, prompt);
        await host.Note(dm, "interviewer", "mentions https://redis.io/docs on his own");
        var board = await host.Post(LocalPeople.Hiring, SampleCards.Board, "board", SampleCards.Loop);
        await host.Post(LocalPeople.Hiring, SampleCards.Summary, "summary", SampleCards.Interview, board);
        await host.Note(LocalPeople.Hiring, "recruiter", "Thanks, sounds good so far.", long.Parse(board));
        await host.Note(LocalPeople.Hiring, "panellist", "I take MySQL and Python at eleven.");
        return card;
    }
}
