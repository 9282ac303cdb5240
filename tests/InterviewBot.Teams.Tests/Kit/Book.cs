using InterviewBot.Interviews.Seams;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>The store's address book, which may be out of reach.</summary>
public sealed class Book(IAddressBook store) : IAddressBook
{
    public bool Fails { get; set; }

    public Task<bool> Keep(Address address) => Reached().Keep(address);

    public ValueTask<Address?> Find(
        string channel,
        string installation,
        string kind,
        string key,
        CancellationToken ct
    ) => Reached().Find(channel, installation, kind, key, ct);

    public ValueTask<IReadOnlyList<Address>> List(
        string channel,
        string installation,
        string kind,
        CancellationToken ct
    ) => Reached().List(channel, installation, kind, ct);

    public Task<bool> Drop(string channel, string installation, string kind, string key) =>
        Reached().Drop(channel, installation, kind, key);

    private IAddressBook Reached() => Fails ? throw new IOException("The disk is gone.") : store;
}
