import { unescapeMarkdown } from "../markdown/escape.ts";
import { PASSAGE_TABLE } from "../markdown/markdown-report.ts";
import type { Found, FoundPassage, FoundText } from "./found.ts";

const TEXT_BEGINS = /^<!-- text (\S+) (\S+) -->$/;
const TEXT_ENDS = "<!-- end of text -->";

/** Finds passages, texts and hashes in a Markdown report. */
export function findInMarkdown(file: string): Found {
  const found: Found = { passages: [], texts: [], hashes: [] };
  const lines = file.replace(/\r\n/g, "\n").split("\n");
  let index = 0;
  while (index < lines.length) {
    const line = lines[index++] ?? "";
    const begins = TEXT_BEGINS.exec(line);
    if (begins) {
      const until = lines.indexOf(TEXT_ENDS, index);
      const end = until === -1 ? lines.length : until;
      found.texts.push(textOf(begins[1] ?? "", begins[2] ?? "", lines.slice(index, end)));
      index = end + 1;
    } else if (line === PASSAGE_TABLE) {
      for (index++; lines[index]?.startsWith("| "); index++) found.passages.push(passageOf(lines[index] ?? ""));
    } else {
      found.hashes.push(...Array.from(line.matchAll(/`([0-9a-f]{64})`/gi), (match) => match[1] ?? ""));
    }
  }
  return found;
}

function textOf(articleId: string, textSha256: string, lines: readonly string[]): FoundText {
  const drawn: FoundText["drawn"] = [];
  let text = "";
  let boldFrom = 0;
  for (const line of lines) {
    const quoted = line.replace(/^> ?/, "");
    if (quoted === "") {
      text += "\n";
      continue;
    }
    for (const [token] of quoted.matchAll(TOKENS)) {
      if (token === "<b>") boldFrom = text.length;
      else if (token === "</b>") drawn.push({ start: boldFrom, end: text.length });
      else if (!token.startsWith("<sup>")) text += unescapeMarkdown(token);
    }
  }
  return { articleId, textSha256, text, marks: [], drawn };
}

/** Our own tags, an escaped character, or any other character; text from articles holds no tag that is not escaped. */
const TOKENS = /<sup>\[…?C\d{1,6}…?\]\(#claim-\d{1,6}\)<\/sup>|<\/?b>|\\.|&#\d{1,3};|./gs;

function passageOf(row: string): FoundPassage {
  const cells = row.slice(2, -2).split(" | ");
  const [spanId = "", , articleId = "", start, end, textSha256 = ""] = cells;
  return {
    spanId,
    articleId,
    start: Number(start),
    end: Number(end),
    textSha256,
    quote: unescapeMarkdown(cells.slice(6).join(" | ")),
  };
}
