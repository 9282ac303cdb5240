using InterviewBot.Interviews.Seams;
using InterviewBot.Store.Sqlite;

namespace InterviewBot.Store.Tests;

public sealed class SqliteUnderTest : StoreUnderTest
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("interviewbot-store-");
    private SqliteStore? store;

    public string File => Path.Combine(folder.FullName, "interviews.db");
    public SqliteStore Store => store!;
    public override IInterviewLog Log => store!;
    public override IGuideTexts Guides => store!;
    public override IReadRows Rows => store!;
    public override IOutbox Outbox => store!;
    public override ILocalMessages Messages => store!;
    public override IAddressBook Addresses => store!;

    public override ValueTask Open()
    {
        store = SqliteStore.Open(File, Clock);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask Reopen()
    {
        await store!.DisposeAsync();
        await Open();
    }

    public override async ValueTask Remove()
    {
        if (store is not null)
            await store.DisposeAsync();
        folder.Delete(true);
    }
}
