namespace InterviewBot.Shelf;

/// <summary>
/// What tells one state of a file from the next. In a mounted ConfigMap a guide is a link into <c>..data</c>, itself a link that is swapped: neither
/// the time nor the size of the first link ever changes, so the file at the end counts, and which one it is.
/// </summary>
internal readonly record struct FileState(DateTime Written, long Length, string Path)
{
    public static FileState Of(FileInfo file)
    {
        var end = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return end.Exists ? new FileState(end.LastWriteTimeUtc, end.Length, Real(end)) : default;
    }

    // Of the folders above only the nearest: that is where the link to be swapped lies.
    private static string Real(FileInfo file) =>
        file.Directory?.ResolveLinkTarget(returnFinalTarget: true) is { } folder
            ? System.IO.Path.Combine(folder.FullName, file.Name)
            : file.FullName;
}
