namespace InterviewBot.Hosting;

public enum StoreProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Section <c>Store</c>.</summary>
internal sealed class StoreOptions
{
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>Sqlite: a file's path or <c>Data Source=...</c>; default <c>data/interviews.db</c> below the working folder.</summary>
    public string ConnectionString { get; set; } = Path.Combine("data", "interviews.db");
}

/// <summary>Section <c>Guides</c>.</summary>
internal sealed class GuidesOptions
{
    /// <summary>The folder of the guides; default <c>flows</c> in the working folder, else beside the program.</summary>
    public string? Path { get; set; }

    public string Folder =>
        Path ?? (Directory.Exists("flows") ? "flows" : System.IO.Path.Combine(AppContext.BaseDirectory, "flows"));

    public string FullFolder => System.IO.Path.GetFullPath(Folder);
}

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    /// <summary>The local chat. Null: on when no other channel is configured.</summary>
    public bool? Enabled { get; set; }
}
