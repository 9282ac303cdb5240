namespace InterviewBot.Store.Tests;

public sealed class CommittingOnSqlite() : Committing(new SqliteUnderTest());

public sealed class RivalsOnSqlite() : Rivals(new SqliteUnderTest());

public sealed class KeepingReadRowsOnSqlite() : KeepingReadRows(new SqliteUnderTest());

public sealed class KeepingAddressesOnSqlite() : KeepingAddresses(new SqliteUnderTest());

public sealed class TakingLanesOnSqlite() : TakingLanes(new SqliteUnderTest());

public sealed class FailingLanesOnSqlite() : FailingLanes(new SqliteUnderTest());

public sealed class ShowingSurfacesOnSqlite() : ShowingSurfaces(new SqliteUnderTest());

public sealed class ForgettingOnSqlite() : Forgetting(new SqliteUnderTest());

public sealed class ChattingLocallyOnSqlite() : ChattingLocally(new SqliteUnderTest());
