#!/usr/bin/env bash
# Builds the app package for Teams: package.sh APP_ID WEBSITE [FILE.zip]
#   APP_ID   the bot's app id (client id), a GUID
#   WEBSITE  https address of your own page about the bot; privacy and terms point there as well
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,4s/^# *//p' "$0" >&2; exit 2; }
guid='^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'
[[ $1 =~ $guid ]] || { echo "APP_ID is no GUID: $1" >&2; exit 2; }
# Only what needs no escaping in JSON and sed.
[[ $2 =~ ^https://[A-Za-z0-9./_~%-]+$ ]] || { echo "WEBSITE must begin with https:// and hold no query" >&2; exit 2; }
command -v zip >/dev/null || { echo "zip is missing: sudo apt-get install zip" >&2; exit 2; }
out=$(realpath -m "${3:-interviewbot-teams.zip}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -e "s|00000000-0000-0000-0000-000000000000|$1|g" -e "s|https://bot.example|$2|g" "$here/manifest.json" >"$work/manifest.json"
cp "$here/zh-cn.json" "$here/color.png" "$here/outline.png" "$work/"
rm -f "$out"
# Teams wants the files at the root of the zip.
(cd "$work" && zip -q -X "$out" manifest.json zh-cn.json color.png outline.png)
echo "$out"
