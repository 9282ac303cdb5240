using InterviewBot.Interviews.Identity;

namespace InterviewBot.Web.People;

/// <summary>One of the people somebody at this computer can be in the local chat.</summary>
/// <param name="User">User id within the local chat, and <c>?as=</c> in the address.</param>
public sealed record LocalPerson(string User)
{
    public PersonId Id { get; } = new(LocalPeople.Channel, LocalPeople.Tenant, User);

    /// <summary>The conversation with the bot that only this person is in.</summary>
    public string Dm { get; } = $"dm-{User}";

    public bool IsIn(string conversation) => conversation == Dm || conversation == LocalPeople.Hiring;
}
