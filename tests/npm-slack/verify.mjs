// Bolt's opinion on signatures: one JSON object a line {secret, timestamp, signature, body, now (ms)} in, "true" or "false" a line out.
import { createInterface } from "node:readline";
import bolt from "@slack/bolt";

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, timestamp, signature, body, now } = JSON.parse(line);
  const headers = { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp };
  console.log(bolt.isValidSlackRequest({ signingSecret: secret, body, headers, nowMilliseconds: now }));
}
