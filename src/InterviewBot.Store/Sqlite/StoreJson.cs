using System.Text.Json.Serialization;

namespace InterviewBot.Store.Sqlite;

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StoreJson : JsonSerializerContext;
