using InterviewBot.Interviews.Seams;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Everything behind the store's seams in one SQLite file, for one process. Writes go through one thread (<see cref="Writer"/>), reads
/// have connections of their own and see what is committed.
/// </summary>
public sealed partial class SqliteStore
    : IInterviewLog,
        IGuideTexts,
        IGuideVersions,
        IReadRows,
        IOutbox,
        ILocalMessages,
        IAddressBook,
        IStoreHealth,
        IAsyncDisposable
{
    /// <summary>Commits that may wait for the disk before new ones are turned away as busy.</summary>
    public const int QueueLimit = 4096;

    private readonly TimeProvider clock;
    private readonly FileStream ownership;
    private readonly Connection writing;
    private readonly Readers readers;
    private readonly Writer writer;

    private SqliteStore(FileStream ownership, Connection writing, Readers readers, Writer writer, TimeProvider clock) =>
        (this.ownership, this.writing, this.readers, this.writer, this.clock) = (
            ownership,
            writing,
            readers,
            writer,
            clock
        );

    /// <summary>
    /// Opens or creates the store and brings its schema up to date.
    /// </summary>
    /// <param name="source">A file's path, or a connection string (<c>Data Source=...</c>) of which only the path is used.</param>
    /// <param name="clock">The database's clock: leases, due times and gates go by it.</param>
    /// <param name="queueLimit">Commits that may wait before new ones are busy.</param>
    /// <exception cref="StoreInUse">Somebody else has the file.</exception>
    /// <exception cref="StoreTooNew">A newer release wrote the file.</exception>
    /// <exception cref="StoreUnusable">The file or its folder cannot be written, or the file is no store.</exception>
    public static SqliteStore Open(string source, TimeProvider clock, ILogger? log = null, int queueLimit = QueueLimit)
    {
        var began = clock.GetTimestamp();
        log ??= NullLogger.Instance;
        var file = PathOf(source);
        var ownership = Own(file);
        Connection? writing = null;
        try
        {
            if (!File.Exists(file))
                NewFile.Make(file);
            else if (new FileInfo(file).Length == 0)
                throw new StoreUnusable(
                    $"The store {file} is empty (0 bytes): restore a backup, or delete it to begin with an empty one."
                );
            PrivateFiles.Close(file, log);
            writing = Connection.ToWrite(file);
            if (writing.IsReadOnly)
                throw new StoreUnusable($"The store {file} cannot be written: see to the rights of the file.");
            Schema.BringUpToDate(writing, file);
            var writer = new Writer(writing, queueLimit, log, file);
            var took = clock.GetElapsedTime(began);
            log.StoreOpened(took);
            return new SqliteStore(ownership, writing, new Readers(file), writer, clock);
        }
        catch (Exception why)
        {
            writing?.Dispose();
            ownership.Dispose();
            if (StoreFault.Is(why))
                throw new StoreUnusable(file, why);
            throw;
        }
    }

    private static FileStream Own(string file)
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(file)!);
            return StoreLock.Take(file);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusable(file, why);
        }
    }

    /// <summary>Writes what was accepted, then closes: the WAL goes into the file. Commits after this are busy, other writes fail.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.Stop();
        readers.Dispose(); // before the writer: the last connection to close moves the WAL into the file and removes it
        writing.Dispose();
        await ownership.DisposeAsync();
    }

    /// <summary>A connection string that means this file, whatever signs its path has.</summary>
    public static string SourceOf(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();

    /// <summary>The data folder and those in it, for this user alone when they are new.</summary>
    public static void MakeFolder(string path) => PrivateFiles.MakeFolder(path);

    /// <summary>The data file that a path or a connection string means.</summary>
    public static string PathOf(string source) =>
        Path.GetFullPath(
            source.Contains('=', StringComparison.Ordinal)
                ? new SqliteConnectionStringBuilder(source).DataSource
                : source
        );
}
