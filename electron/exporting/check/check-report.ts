import { createHash } from "node:crypto";
import type { Progress } from "#domain/contract/base.ts";
import type { ReportCheck } from "#domain/contract/cases.ts";
import { Problem } from "#domain/problems.ts";
import { joinRanges } from "#domain/text/range.ts";
import type { CaseReader } from "../case-data.ts";
import { findInHtml } from "./find-in-html.ts";
import { findInJson } from "./find-in-json.ts";
import { findInMarkdown } from "./find-in-markdown.ts";
import type { Found, FoundPassage, FoundText } from "./found.ts";

/** At most so many findings are told; a report from another case has one for every passage. */
const MOST_FINDINGS = 1_000;

/** A report in one piece, or a JSON export, which may be too long for that, in chunks that can be had again and again. */
export type ReportFile = string | (() => Iterable<Uint8Array | string>);

/**
 * Holds an exported HTML, Markdown or JSON file against a case: that each article is in the case, that each hash agrees,
 * that each passage lies within its text and has its words, that each annotated text is the text of the case, and that
 * what is drawn on it is drawn where the passage is. `name` is the name of the file, for the sentences. Yields how far it
 * has come.
 *
 * It says nothing of verdicts, rationales and judgements: those are the analyst's and may have changed since.
 */
export function* checkReport(file: ReportFile, name: string, given: CaseReader): Generator<Progress, ReportCheck> {
  const reader = rememberingTexts(given);
  const findings: string[] = [];
  const found = yield* told(findIn(file, name, findings), { done: 0, total: null, what: name });
  const passages = new Map<string, FoundPassage>();
  const whole: FoundText[] = [];
  let done = 0;
  for (const text of found.texts) {
    const wrong = textFindings(text, reader);
    findings.push(...wrong);
    // In a text that was changed, places mean nothing any more: one word would accuse every passage behind it.
    if (wrong.length === 0) {
      whole.push(text);
      for (const passage of markedPassages(text)) passages.set(JSON.stringify(passage), passage);
    }
    yield { done: ++done, total: found.texts.length, what: "texts" };
  }
  for (const passage of found.passages) passages.set(JSON.stringify(passage), passage);
  done = 0;
  for (const passage of passages.values()) {
    findings.push(...passageFindings(passage, reader));
    yield { done: ++done, total: passages.size, what: "passages" };
  }
  const passagesOf = Map.groupBy(found.passages, ({ articleId }) => articleId);
  for (const text of whole) {
    findings.push(...drawingFindings(text, passagesOf.get(text.articleId) ?? [], reader));
    yield { done, total: passages.size, what: "passages" };
  }
  findings.push(...hashFindings(found.hashes, reader));
  if (passages.size === 0 && findings.length === 0) {
    findings.push(
      `“${name}” has no passage that can be checked: it is no report of Sourceline, or it was made without claims and articles.`,
    );
  }
  const articles = new Set([...passages.values(), ...found.texts].map(({ articleId }) => articleId));
  const spans = new Set([...passages.values()].map(({ spanId }) => spanId));
  return {
    clean: findings.length === 0,
    findings: [...new Set(findings)].slice(0, MOST_FINDINGS),
    checked: { articles: articles.size, passages: spans.size },
  };
}

/** Goes on with work that does not say how far it has come, and says the same each time. */
function* told<Result>(work: Generator<null, Result>, progress: Progress): Generator<Progress, Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield progress;
  }
}

/** As many characters of texts are remembered as many passages of the same articles ask for again and again. */
const CHARACTERS_REMEMBERED = 20_000_000;

function rememberingTexts(reader: CaseReader): CaseReader {
  const texts = new Map<string, string>();
  let characters = 0;
  return {
    ...reader,
    text: (sha256) => {
      const known = texts.get(sha256);
      if (known !== undefined) return known;
      const text = reader.text(sha256);
      if (characters > CHARACTERS_REMEMBERED) {
        texts.clear();
        characters = 0;
      }
      texts.set(sha256, text);
      characters += text.length;
      return text;
    },
  };
}

function* findIn(file: ReportFile, name: string, findings: string[]): Generator<null, Found> {
  const text = typeof file === "string" ? file.replace(/^\uFEFF/, "") : null;
  const start = text?.trimStart().slice(0, 20).toLowerCase() ?? "{";
  if (text !== null && start.startsWith("<")) return yield* findInHtml(text);
  if (text !== null && !start.startsWith("{")) return findInMarkdown(text);
  try {
    return yield* findInJson(typeof file === "string" ? () => [text ?? ""] : file, name);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    findings.push(error.message);
    return { passages: [], texts: [], hashes: [] };
  }
}

function textFindings({ articleId, textSha256, text }: FoundText, reader: CaseReader): string[] {
  const article = reader.row("article", articleId);
  if (!article) return [`The report has an article that is not in the case: ${articleId}.`];
  const title = `“${article.title}”`;
  if (textSha256 !== article.textSha256) {
    return [
      `${title}: the report gives another hash of the text (${textSha256}) than the case (${article.textSha256}).`,
    ];
  }
  if (text === null || createHash("sha256").update(text).digest("hex") === textSha256) return [];
  const truth = reader.text(article.textSha256);
  const place = firstDifference(text, truth);
  return [
    `${title}: the text in the report differs from the case at character ${place}: the report has “${excerpt(text, place)}”, the case “${excerpt(truth, place)}”.`,
  ];
}

function passageFindings(passage: FoundPassage, reader: CaseReader): string[] {
  const { spanId, articleId, start, end, textSha256, quote } = passage;
  const name = `The passage “${excerpt(quote, 0)}” (${spanId})`;
  const article = reader.row("article", articleId);
  if (!article) return [`${name} stands in an article that is not in the case: ${articleId}.`];
  const title = `“${article.title}”`;
  if (textSha256 !== article.textSha256) {
    return [
      `${name} gives another hash of the text of ${title} (${textSha256}) than the case (${article.textSha256}).`,
    ];
  }
  const text = reader.text(article.textSha256);
  if (!(start >= 0 && start < end && end <= text.length)) {
    return [`${name} has the place ${start}–${end}, which lies outside the ${text.length} characters of ${title}.`];
  }
  const words = text.slice(start, end);
  if (words !== quote) {
    return [
      `${name} has other words than the case: at ${start}–${end} ${title} says “${excerpt(words, firstDifference(words, quote))}”.`,
    ];
  }
  const span = reader.row("span", spanId);
  if (span && (span.articleId !== articleId || span.start !== start || span.end !== end)) {
    return [`${name} stands at ${start}–${end} of ${title} in the report, and elsewhere in the case now.`];
  }
  return [];
}

/** The passages that are drawn on a text, each once, with the words that stand there in the report. */
function markedPassages({ articleId, textSha256, text, marks }: FoundText): FoundPassage[] {
  return marks.map(({ spanId, start, end }) => ({
    spanId,
    articleId,
    textSha256,
    start,
    end,
    quote: (text ?? "").slice(start, end),
  }));
}

/** Whether what is drawn is drawn where the passages are. Told only of texts that are whole, where places mean something. */
function drawingFindings(found: FoundText, passages: readonly FoundPassage[], reader: CaseReader): string[] {
  const { text, marks, drawn, articleId } = found;
  if (text === null) return [];
  return [...markFindings(text, marks), ...boldFindings({ text, drawn, articleId }, passages, reader)];
}

function markFindings(text: string, marks: FoundText["marks"]): string[] {
  const bySpan = Map.groupBy(marks, ({ spanId, start, end }) => `${spanId} ${start} ${end}`);
  return [...bySpan.values()].flatMap((pieces) => {
    const [first] = pieces;
    if (!first) return [];
    const { spanId, start, end } = first;
    return covers(
      text,
      pieces.map((piece) => ({ start: piece.drawnStart, end: piece.drawnEnd })),
      [{ start, end }],
    )
      ? []
      : [`The passage ${spanId} is drawn on other words than those of ${start}–${end}.`];
  });
}

function boldFindings(
  { text, drawn, articleId }: { text: string } & Pick<FoundText, "drawn" | "articleId">,
  passages: readonly FoundPassage[],
  reader: CaseReader,
): string[] {
  if (drawn.length === 0) return [];
  const claimed = passages.filter((passage) => reader.row("span", passage.spanId)?.role === "content");
  // Where a passage is gone from the case, its role is not known any more and the drawing cannot be held against it.
  const gone = passages.some((passage) => !reader.row("span", passage.spanId));
  return gone || covers(text, drawn, claimed)
    ? []
    : [`The words that are set bold in the article ${articleId} are not those of its passages.`];
}

/** Whether pieces cover ranges and nothing else; line breaks between paragraphs are never drawn. */
function covers(
  text: string,
  pieces: readonly { start: number; end: number }[],
  ranges: readonly { start: number; end: number }[],
): boolean {
  const inked = (parts: readonly { start: number; end: number }[]) =>
    joinRanges(parts)
      .flatMap(({ start, end }) =>
        Array.from(text.slice(start, end).matchAll(/[^\n]+/g), ({ index, 0: words }) => ({
          start: start + index,
          end: start + index + words.length,
        })),
      )
      .map(({ start, end }) => `${start}–${end}`)
      .join();
  return inked(pieces) === inked(ranges);
}

function hashFindings(hashes: readonly string[], reader: CaseReader): string[] {
  const unknown = new Set(hashes);
  for (const kept of [reader.texts(), reader.originals()]) {
    if (unknown.size === 0) return [];
    for (const sha256 of kept) unknown.delete(sha256);
  }
  if (unknown.size > 0) for (const { hash } of reader.entries()) unknown.delete(hash);
  return [...unknown].map(
    (hash) => `The report prints the hash ${hash}, which is that of no text, original or entry of the case.`,
  );
}

function firstDifference(one: string, other: string): number {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place++;
  return place;
}

/** A few words from a place, on one line. */
function excerpt(text: string, place: number): string {
  const from = Math.max(0, place - 20);
  const words = text.slice(from, from + 60).replace(/\s+/g, " ");
  return `${from > 0 ? "…" : ""}${words}${from + 60 < text.length ? "…" : ""}`;
}
