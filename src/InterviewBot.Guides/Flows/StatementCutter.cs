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

    // The line at _at, read already: where it ends, what it is and where its arrow stands; -1 when it has none or several.
    private int _stop;
    private StatementKind _kind;
    private int _arrow;

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
        statement = new Statement();
        if (_at >= _end)
            return false;

        var (start, firstLine, stop, kind, arrow) = (_at, _line, _stop, _kind, _arrow);
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
        (statement.Kind, statement.Source, statement.Line) = (kind, _text, firstLine);
        if (glued < 0 && !_mayEscape)
            OneLine(ref statement, start, stop, arrow);
        else
            SeveralLines(ref statement, start, stop, glued);
        return true;
    }

    /// <summary>Those that an escape kept inside a line.</summary>
    private readonly int Newlines(int from, int to) => _mayEscape ? _text.AsSpan(from, to - from).Count('\n') : 0;

    /// <summary>
    /// L4: the first test that fits. An escape keeps its newline, so it cannot make an arrow. Where the line ends is found on the way.
    /// </summary>
    private int ReadLine(int from)
    {
        (_kind, _arrow) = (StatementKind.Noise, -1);
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
                (_kind, _arrow) = (StatementKind.Definition, at - 1);
                return EndOfLine(at + 1);
            }
            else if (before == '-')
            {
                _arrow = _kind == StatementKind.Connection ? -1 : at - 1;
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

    /// <summary>A line as it stands: the blanks before it hold no newline.</summary>
    private readonly void OneLine(ref Statement statement, int start, int stop, int arrow)
    {
        while (start < stop && ScriptText.IsBlank(_text[start]))
            start++;
        while (stop > start && ScriptText.IsBlank(_text[stop - 1]))
            stop--;
        (statement.From, statement.Start, statement.Length) = (start, start, stop - start);
        if (arrow >= 0)
            statement.Arrow = arrow - start;
    }

    /// <summary>Lines glued by L3, or a line in a text that may hold escapes.</summary>
    private readonly void SeveralLines(ref Statement statement, int start, int stop, int glued)
    {
        (statement.From, statement.Start, statement.Length) = (start, start, stop - start);
        if (glued >= 0)
            statement.Glued = glued - start;
        if (_mayEscape && statement.Text.Contains("\\\n", StringComparison.Ordinal))
            Unescape(ref statement);
        var from = ScriptText.SkipBlanks(statement.Text);
        var kept = ScriptText.TrimEnd(statement.Text[from..]).Length;
        statement.Line += statement.Text[..from].Count('\n');
        statement.Start = statement.OffsetOf(from);
        statement.Offsets = statement.Offsets?.AsSpan(from, kept).ToArray();
        statement.Glued = statement.Glued >= from + kept ? -1 : Math.Max(-1, statement.Glued - from);
        (statement.From, statement.Length) = (statement.From + from, kept);
    }

    /// <summary>L2: backslash and newline become a bare newline, but not in the very last line of the text.</summary>
    private readonly void Unescape(ref Statement statement)
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
        (statement.Source, statement.From, statement.Length) = (new string(kept, 0, count), 0, count);
        (statement.Offsets, statement.Glued) = (offsets.AsSpan(0, count).ToArray(), glued);
    }
}
