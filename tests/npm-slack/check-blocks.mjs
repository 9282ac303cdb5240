// Type-checks JSON against Slack's own types: node check-blocks.mjs FOLDER...
// Each file becomes a literal of the type it claims to be, so that a wrong value, a missing and an unknown member are errors alike.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const here = dirname(fileURLToPath(import.meta.url));
const typeOf = (json) =>
  json.display_information ? "Manifest"
  : json.type === "modal" ? "ModalView" : json.type === "home" ? "HomeView" : "{ text: string; blocks: KnownBlock[] }";

const source = [
  'import type { HomeView, KnownBlock, ModalView } from "@slack/types";',
  'import type { Manifest } from "@slack/web-api/dist/types/request/manifest.js";',
];
const lines = [];
let files = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).filter((n) => n.endsWith(".json")).sort()) {
    const json = JSON.parse(readFileSync(join(folder, name), "utf8"));
    lines.push({ from: source.join("\n").split("\n").length, name });
    source.push(`export const file${files++}: ${typeOf(json)} = ${JSON.stringify(json, null, 1)};`);
  }
}

const entry = join(here, "approved.mts");
const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
const text = source.join("\n");
host.fileExists = (path) => path === entry || fileExists(path);
host.readFile = (path) => (path === entry ? text : readFile(path));
host.getSourceFile = (path, target, ...rest) =>
  path === entry ? ts.createSourceFile(path, text, target, true) : getSourceFile(path, target, ...rest);
const found = ts.getPreEmitDiagnostics(ts.createProgram([entry], options, host));
for (const one of found) {
  const line = one.file ? ts.getLineAndCharacterOfPosition(one.file, one.start).line : 0;
  const name = lines.findLast((l) => l.from <= line)?.name ?? "?";
  console.log(`${name}: ${ts.flattenDiagnosticMessageText(one.messageText, " ")}`);
}
console.log(`${files} files, ${found.length} errors`);
process.exit(found.length === 0 && files > 0 ? 0 : 1);
