namespace InterviewBot.Guides.Flows;

/// <summary>Cuts a text into statements by rules L1 to L4, in one pass.</summary>
internal ref struct StatementCutter
{
    private readonly string _text;
    private readonly int _end;
    private readonly int _lastLine;
    private readonly bool _mayEscape;
    private int _at;
    private int _line;

    // The line at _at, read already: where it ends and what it is.
    private int _stop;
    private StatementKind _kind;

    public StatementCutter(string text)
    {
        _text = text;
        _at = ScriptText.SkipBlanks(text);
        _line = text.AsSpan(0, _at).Count('\n');
        _end = _at + ScriptText.Trim(text.AsSpan(_at)).Length;
        _mayEscape = text.Contains('\\') && text.Contains("\\\n", StringComparison.Ordinal);
        _lastLine = _mayEscape ? LastLine() : _end;
        _stop = ReadLine(_at);
    }

    public readonly bool IsEmpty => _at >= _end;

    public bool Next(out Statement statement)
    {
        statement = default;
        if (_at >= _end)
            return false;

        var (start, firstLine, stop, kind) = (_at, _line, _stop, _kind);
        var glued = -1;
        _line += Newlines(start, stop) + 1;

        // L3: what holds no arrow belongs to the line before it, whatever that is.
        while (stop < _end)
        {
            var from = stop + 1;
            _stop = ReadLine(from);
            if (_kind != StatementKind.Noise)
                break;
            if (glued < 0)
                glued = from;
            _line += Newlines(from, _stop) + 1;
            stop = _stop;
        }
        _at = stop + 1;
        statement = Trimmed(kind, start, stop, firstLine, glued);
        return true;
    }

    /// <summary>Those that an escape kept inside a line.</summary>
    private readonly int Newlines(int from, int to) => _mayEscape ? _text.AsSpan(from, to - from).Count('\n') : 0;

    /// <summary>
    /// L4: the first test that fits. An escape keeps its newline, so it cannot make an arrow. Where the line ends is found on the way.
    /// </summary>
    private int ReadLine(int from)
    {
        _kind = StatementKind.Noise;
        for (var at = from; at < _end; at++)
        {
            var next = _text.AsSpan(at, _end - at).IndexOfAny('>', '\n');
            if (next < 0)
                return _end;
            at += next;
            var before = at == 0 ? '\0' : _text[at - 1];
            if (_text[at] == '\n')
            {
                if (before != '\\')
                    return at;
            }
            else if (at == from) { }
            else if (before == '=')
            {
                _kind = StatementKind.Definition;
                return EndOfLine(at + 1);
            }
            else if (before == '-')
            {
                _kind = StatementKind.Connection;
            }
            else if (before == '@' && _kind == StatementKind.Noise)
            {
                _kind = StatementKind.Style;
            }
        }
        return _end;
    }

    /// <summary>L2: a newline ends a line unless a backslash stands before it.</summary>
    private readonly int EndOfLine(int from)
    {
        for (var at = from; at < _end; at++)
        {
            var next = _text.AsSpan(at, _end - at).IndexOf('\n');
            if (next < 0)
                return _end;
            at += next;
            if (at == 0 || _text[at - 1] != '\\')
                return at;
        }
        return _end;
    }

    private readonly int LastLine()
    {
        for (var end = _end; end > _at; )
        {
            var newline = _text.AsSpan(_at, end - _at).LastIndexOf('\n');
            if (newline < 0)
                return _at;
            if (newline == 0 || _text[_at + newline - 1] != '\\')
                return _at + newline + 1;
            end = _at + newline;
        }
        return _at;
    }

    private readonly Statement Trimmed(StatementKind kind, int start, int stop, int line, int glued)
    {
        var raw = _text.AsSpan(start, stop - start);
        if (glued < 0 && !_mayEscape)
        {
            // One line as it stands: blanks before it hold no newline.
            var blanks = ScriptText.SkipBlanks(raw);
            var length = ScriptText.TrimEnd(raw[blanks..]).Length;
            start += blanks;
            return new Statement(kind, _text, start, length, start, line, -1, null);
        }
        var whole = new Statement(kind, _text, start, raw.Length, start, line, glued < 0 ? -1 : glued - start, null);
        if (_mayEscape && raw.Contains("\\\n", StringComparison.Ordinal))
            whole = Unescaped(whole);
        var from = ScriptText.SkipBlanks(whole.Text);
        var kept = ScriptText.TrimEnd(whole.Text[from..]).Length;
        return whole with
        {
            From = whole.From + from,
            Length = kept,
            Start = whole.OffsetOf(from),
            Line = line + whole.Text[..from].Count('\n'),
            Glued = whole.Glued >= from + kept ? -1 : Math.Max(-1, whole.Glued - from),
            Offsets = whole.Offsets?.AsSpan(from, kept).ToArray(),
        };
    }

    /// <summary>L2: backslash and newline become a bare newline, but not in the very last line of the text.</summary>
    private readonly Statement Unescaped(Statement statement)
    {
        var text = statement.Text;
        var kept = new char[text.Length];
        var offsets = new int[text.Length];
        var (count, glued) = (0, statement.Glued);
        for (var i = 0; i < text.Length; i++)
        {
            var offset = statement.Start + i;
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '\n' && offset < _lastLine)
            {
                if (i < statement.Glued)
                    glued--;
                continue;
            }
            kept[count] = text[i];
            offsets[count++] = offset;
        }
        return statement with
        {
            Source = new string(kept, 0, count),
            From = 0,
            Length = count,
            Offsets = offsets.AsSpan(0, count).ToArray(),
            Glued = glued,
        };
    }
}
