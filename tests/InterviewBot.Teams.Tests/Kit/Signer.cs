using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>Signs tokens as Teams does, or as somebody who would like to be Teams.</summary>
public sealed class Signer : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Kid { get; init; } = "key-1";

    public string[] Endorsements { get; init; } = ["msteams"];

    public JsonObject Jwk()
    {
        var key = _rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Kid,
            ["n"] = Base64UrlEncoder.Encode(key.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(key.Exponent!),
            ["endorsements"] = new JsonArray([.. Endorsements.Select(e => (JsonNode)e)]),
        };
    }

    public string Token(
        DateTimeOffset now,
        string issuer = "https://api.botframework.com",
        string audience = BotHost.AppId,
        string? serviceUrl = TeamsPlatform.ServiceUrl,
        TimeSpan? expiresIn = null,
        string algorithm = SecurityAlgorithms.RsaSha256
    )
    {
        var until = now + (expiresIn ?? TimeSpan.FromHours(1));
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = (until - TimeSpan.FromHours(1)).UtcDateTime,
            IssuedAt = (until - TimeSpan.FromHours(1)).UtcDateTime,
            Expires = until.UtcDateTime,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = Kid }, algorithm),
            Claims = serviceUrl is null ? new() : new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
        };
        return new JsonWebTokenHandler().CreateToken(descriptor);
    }

    /// <summary>With the public key as the secret: what a careless validator takes.</summary>
    public string SignedByPublicKey(DateTimeOffset now)
    {
        var head = Part(
            new JsonObject
            {
                ["alg"] = "HS256",
                ["typ"] = "JWT",
                ["kid"] = Kid,
            }
        );
        var unsigned = $"{head}.{Part(Claims(now))}";
        var mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(unsigned)
        );
        return $"{unsigned}.{Base64UrlEncoder.Encode(mac)}";
    }

    public string WithoutSignature(DateTimeOffset now) =>
        $"{Part(new JsonObject { ["alg"] = "none", ["typ"] = "JWT", ["kid"] = Kid })}.{Part(Claims(now))}.";

    public void Dispose() => _rsa.Dispose();

    private static JsonObject Claims(DateTimeOffset now) =>
        new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = BotHost.AppId,
            ["serviceurl"] = TeamsPlatform.ServiceUrl,
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };

    private static string Part(JsonObject json) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(json));
}
