// Judges app manifests by Microsoft's own schemas, which its package carries: node judge-manifest.mjs 1.19 FILE...
// A file that holds a manifestVersion is a manifest; another one is a translation. Problems, one a line; exit code 1 when there are any.
import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";

const [version, ...files] = process.argv.slice(2);
const read = path => JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
const schema = name =>
    read(new URL(`node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.${name}`, import.meta.url));

// Some patterns of the schemas are none in the unicode mode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats(ajv);
const manifest = ajv.compile(schema("schema.json"));
const translation = ajv.compile(schema("Localization.schema.json"));

for (const file of files) {
    const json = read(file);
    const judge = "manifestVersion" in json ? manifest : translation;
    if (judge(json)) continue;
    process.exitCode = 1;
    for (const { instancePath, message, params } of judge.errors)
        console.log(`${file}${instancePath}: ${message} ${JSON.stringify(params)}`);
}
