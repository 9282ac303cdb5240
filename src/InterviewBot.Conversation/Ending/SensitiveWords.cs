using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace InterviewBot.Conversation.Ending;

internal enum SensitiveKind
{
    Age,
    Family,
    Religion,
    Health,
    Origin,
}

internal sealed record SensitiveWord(SensitiveKind Kind, string Word);

/// <summary>
/// Words that may not count in hiring. Pointed out in the preview, never live and never removed. Words of the trade that sound alike
/// (queue age, child process, race condition, health check, CORS origin) are left alone.
/// </summary>
internal static partial class SensitiveWords
{
    private static readonly ImmutableArray<(SensitiveKind Kind, Regex Words)> Lists =
    [
        (SensitiveKind.Age, Age()),
        (SensitiveKind.Family, Family()),
        (SensitiveKind.Religion, Religion()),
        (SensitiveKind.Health, Health()),
        (SensitiveKind.Origin, Origin()),
    ];

    /// <summary>At most one word of each kind, in the order of the kinds.</summary>
    public static ImmutableArray<SensitiveWord> In(string text) =>
        [
            .. Lists
                .Select(list => (list.Kind, Match: list.Words.Match(text)))
                .Where(found => found.Match.Success)
                .Select(found => new SensitiveWord(found.Kind, found.Match.Value)),
        ];

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:(?:his|her|their|old|young|middle|same) age|at (?:his|her|their|that) age|(?<=^|[.,;] )age|aged|(?:he|she|they)(?: is| was| are|['’]s|['’]re) (?:about |around |over |almost |nearly |only |already )?[2-7]\d(?! ?(?:%|percent|min|sec|hour|ms|km|lines|files|years? (?:in|of)))|in (?:his|her|their) (?:(?:late|early|mid)[- ])?(?:twenties|thirties|forties|fifties|sixties|[2-6]0s)|years old|year-old|too old|too young|elderly|middle-aged|retire[ds]?|retirement|birthday|date of birth)\b|年龄|年纪|岁|大龄|高龄|太老|老了|太年轻|退休|生日|出生|[二三四五六]十(?:多|几|来)?了|今年[2-6]\d|[他她][2-6]\d(?=[了，。,；]|$)|[6-9]0后|[六七八九]零后|\d5后",
        Plain
    )]
    private static partial Regex Age();

    [GeneratedRegex(
        @"\b(?:famil(?:y|ies)|kids?|(?:his|her|their|has|have|having|young|small|two|three) child(?:ren)?|bab(?:y|ies)|pregnan\w*|maternity|paternity|married|marriage|unmarried|divorced|husband|wife|spouse|boyfriend|girlfriend|fianc[eé]e?)\b|家庭|家人|已婚|未婚|结婚|离婚|婚姻|怀孕|孕|生育|产假|二胎|小孩|孩子|丈夫|老公|妻子|老婆|男朋友|女朋友|男友|女友",
        Plain
    )]
    private static partial Regex Family();

    [GeneratedRegex(
        @"\b(?:religio\w*|muslims?|islam\w*|christians?|catholics?|jewish|jews?|hindus?|buddhis\w*|atheis\w*|church|mosque|synagogue|headscarf|hijab|ramadan|prays?|praying|bible|quran)\b|宗教|信教|佛教|道教|基督|天主教|教会|教堂|穆斯林|伊斯兰|清真|礼拜|信仰",
        Plain
    )]
    private static partial Regex Religion();

    [GeneratedRegex(
        @"\b(?:illness\w*|sick|sickness|disabilit(?:y|ies)|handicap\w*|wheelchair|depress(?:ed|ion)|cancer|diabet\w*|chronic|stutter\w*|autis\w*|adhd|mental health|(?:his|her|their|poor|bad|good) health|hospital\w*|medication|overweight)\b|生病|疾病|有病|残疾|抑郁|癌|糖尿病|乙肝|住院|慢性病|口吃|自闭|身体不好|身体状况|健康(?!检查|检测|探测|探针)",
        Plain
    )]
    private static partial Regex Health();

    [GeneratedRegex(
        @"\b(?:accents?|nationalit(?:y|ies)|immigrants?|foreigners?|native speakers?|mother tongue|hometown|ethnic\w*|racial|skin colou?r|country of origin|(?:his|her|their|national|ethnic|foreign) origins?|citizenship)\b|籍贯|户口|户籍|老家|口音|方言|民族|国籍|外国人|外地人|本地人|农村|家乡",
        Plain
    )]
    private static partial Regex Origin();
}
