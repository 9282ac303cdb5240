using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace InterviewBot.Pictures.Drawing;

/// <summary>
/// A bitmap as PNG of sixteen colours, half a byte a pixel: a third of what Skia writes, for places that count every byte. Our charts have
/// a dozen colours; the rest goes to the edges of letters.
/// </summary>
internal static class SmallPng
{
    private const int Colours = 16;

    // Closer than this, two colours are the edge of the same letter. The palest of our own are farther apart.
    private const int Apart = 12 * 12;

    private static readonly uint[] CrcOfByte = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    public static byte[] Write(SKBitmap bitmap)
    {
        var pixels = bitmap.Pixels;
        var palette = PaletteOf(pixels);
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, bitmap.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), bitmap.Height);
        (header[8], header[9]) = (4, 3); // four bits a pixel, by palette
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(c => new[] { c.Red, c.Green, c.Blue })]);
        Chunk(png, "IDAT"u8, Packed(pixels, bitmap.Width, bitmap.Height, palette));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Packed(SKColor[] pixels, int width, int height, List<SKColor> palette)
    {
        var nearest = new Dictionary<SKColor, byte>();
        var (before, sameAgain) = (palette[0], (byte)0);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + (width + 1) / 2]; // the first byte: no filter
            for (var y = 0; y < height; y++)
            {
                row.AsSpan().Clear();
                for (var x = 0; x < width; x++)
                    row[1 + x / 2] |= (byte)(Of(pixels[y * width + x]) << (x % 2 == 0 ? 4 : 0));
                zip.Write(row);
            }
        }
        return packed.ToArray();

        // Most pixels are as the one before.
        byte Of(SKColor colour)
        {
            if (colour == before)
                return sameAgain;
            if (!nearest.TryGetValue(colour, out var at))
                nearest[colour] = at = (byte)palette.IndexOf(palette.MinBy(c => Distance(c, colour)));
            (before, sameAgain) = (colour, at);
            return at;
        }
    }

    private static List<SKColor> PaletteOf(SKColor[] pixels)
    {
        var counts = new Dictionary<SKColor, int>();
        for (int from = 0, to; from < pixels.Length; from = to)
        {
            for (to = from + 1; to < pixels.Length && pixels[to] == pixels[from]; to++) { }
            counts[pixels[from]] = counts.GetValueOrDefault(pixels[from]) + to - from;
        }
        var palette = new List<SKColor>();
        foreach (var (colour, _) in counts.OrderByDescending(c => c.Value))
        {
            if (palette.Count == Colours)
                break;
            if (palette.All(c => Distance(c, colour) > Apart))
                palette.Add(colour);
        }
        return palette;
    }

    private static int Distance(SKColor a, SKColor b)
    {
        var (red, green, blue) = (a.Red - b.Red, a.Green - b.Green, a.Blue - b.Blue);
        return red * red + green * green + blue * blue;
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            crc = CrcOfByte[(byte)(crc ^ b)] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
