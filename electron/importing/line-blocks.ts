import type { DraftBlock } from "./document.ts";
import { SENTENCE_END } from "./sentences.ts";

/** Lines longer than this were broken by nobody but their author. */
const WIDEST_COLUMN = 100;

/** Columns narrower than this are verse, or a list; characters that stand for whole syllables or words need fewer. */
const NARROWEST_COLUMN = 40;
const NARROWEST_UNSPACED = 18;

/**
 * The blocks of a plain text. Empty lines part them. Where a typesetter broke the lines at a column (nearly every break comes
 * where the next word would not have fit) lines are joined into the paragraphs they were; otherwise each line is a paragraph,
 * unless a few short ones stand together, as in verse and addresses. Quoted lines of mails (“> ”) stay as they are.
 */
export function blocksOfLines(text: string): DraftBlock[] {
  const groups = groupsOf(text.split(LINE_END));
  const column = columnOf(groups);
  const vocabulary = new Vocabulary(text);
  const blocks: DraftBlock[] = [];
  for (const [index, group] of groups.entries()) {
    for (const run of runsOf(group)) {
      // Spreading a million blocks would overflow the stack.
      if (run.kind !== "paragraph") for (const block of markedBlocks(run)) blocks.push(block);
      else if (column !== null) for (const block of joined(run.lines, column, vocabulary)) blocks.push(block);
      else if (index === 0 || groups.length === 1 || !standTogether(run.lines))
        for (const line of run.lines) blocks.push(paragraph(line));
      else blocks.push(paragraph(run.lines.join("\n")));
    }
  }
  return blocks;
}

const LINE_END = /\r\n?|[\n\f\u0085\u2028\u2029]/;

/** Lines between empty ones. */
function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  for (const line of lines) {
    if (line.trim() !== "") group.push(line.trimEnd());
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** The column at which the lines were broken, in UTF-16 code units; null where they were not. */
function columnOf(groups: readonly string[][]): number | null {
  let lines = 0;
  let tooLong = 0;
  let column = 0;
  let isUnspaced = false;
  for (const group of groups) {
    for (const line of group) {
      if (QUOTED.test(line)) continue;
      lines++;
      if (line.length > WIDEST_COLUMN) tooLong++;
      else if (line.length > column) {
        column = line.length;
        isUnspaced = UNSPACED.test(line.charAt(0));
      }
    }
  }
  if (20 * tooLong > lines || column < (isUnspaced ? NARROWEST_UNSPACED : NARROWEST_COLUMN)) return null;
  let breaks = 0;
  let forced = 0;
  for (const group of groups) {
    for (let index = 1; index < group.length; index++) {
      const [above = "", below = ""] = [group[index - 1], group[index]];
      if (QUOTED.test(above) || QUOTED.test(below)) continue;
      breaks++;
      if (isForced(above, below, column)) forced++;
    }
  }
  return breaks >= 2 && 10 * forced >= 7 * breaks ? column : null;
}

/** Typesetters do not fill every line to the same column. */
const SLACK = 4;

/** Whether the first word of the line below would not have fit at the end of the line above. */
function isForced(above: string, below: string, column: number): boolean {
  const start = below.trimStart();
  const word = UNSPACED.test(start) ? 1 : (/^\S+/.exec(start)?.[0].length ?? 0);
  return above.length + 1 + word > column - SLACK;
}

interface Run {
  kind: "paragraph" | "quote" | "list-item";
  lines: string[];
}

const QUOTED = /^\s{0,3}>/;
const ITEM = /^\s*(?:[-*•‣◦▪]|\d{1,2}[.)])\s+\S/;

/** Lines of one kind that stand together. One line that begins like an item is none. */
function runsOf(group: readonly string[]): Run[] {
  const hasItems = group.filter((line) => ITEM.test(line)).length > 1;
  const runs: Run[] = [];
  for (const line of group) {
    const last = runs.at(-1);
    const isItem = hasItems && ITEM.test(line);
    const kind = QUOTED.test(line) ? "quote" : isItem ? "list-item" : "paragraph";
    if (last?.kind === "list-item" && kind === "paragraph" && /^\s/.test(line)) {
      // What an item goes on with is indented.
      last.lines.push(`${last.lines.pop() ?? ""} ${line.trim()}`);
    } else if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}

function markedBlocks({ kind, lines }: Run): DraftBlock[] {
  if (kind === "list-item") return lines.map((line) => ({ kind, level: 1, text: line.trim() }));
  const depth = /^[\s>]*/.exec(lines[0] ?? "")?.[0].replace(/\s/g, "").length ?? 1;
  return [{ kind: "quote", level: Math.min(Math.max(depth, 1), 9), text: lines.join("\n") }];
}

/** Joins the lines of a group into the paragraphs they were before they were broken at a column. */
function joined(lines: readonly string[], column: number, vocabulary: Vocabulary): DraftBlock[] {
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const last = paragraphs.at(-1);
    if (above === undefined || last === undefined) paragraphs.push(line.trim());
    else if (isForced(above, line, column) && !isIndentedMore(above, line)) {
      paragraphs[paragraphs.length - 1] = joinedLines(last, above, line.trim(), vocabulary);
    } else if (isShort(above, column) && isShort(line, column) && !SENTENCE_END.test(above)) {
      paragraphs[paragraphs.length - 1] = `${last}\n${line.trim()}`;
    } else paragraphs.push(line.trim());
  }
  return paragraphs.map(paragraph);
}

const isShort = (line: string, column: number) => line.length < 0.7 * column;

/** A paragraph that is told from the one above by its indent. */
function isIndentedMore(above: string, below: string): boolean {
  const indent = (line: string) => line.length - line.trimStart().length;
  return SENTENCE_END.test(above) && indent(below) > indent(above);
}

/** A hyphen at the end of a line stays, unless the text has the word elsewhere without it. */
function joinedLines(paragraph: string, above: string, below: string, vocabulary: Vocabulary): string {
  // Only the last line is looked at: a paragraph may have grown to many megabytes.
  const [, begin] = /-$(?<=(\p{L}+)-)/u.exec(above) ?? [];
  if (begin !== undefined && /^\p{L}/u.test(below)) {
    const [end] = /^\p{Ll}+/u.exec(below) ?? [];
    const isBroken = end !== undefined && vocabulary.has(begin + end);
    return (isBroken ? paragraph.slice(0, -1) : paragraph) + below;
  }
  const isUnspaced = UNSPACED.test(below) && UNSPACED_END.test(above);
  return paragraph + (isUnspaced ? "" : " ") + below;
}

/** The words of a text, gathered when the first of them is asked for. */
class Vocabulary {
  readonly #text: string;
  #words: Set<string> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  has(word: string): boolean {
    this.#words ??= new Set(this.#text.match(/\p{L}+/gu));
    return this.#words.has(word);
  }
}

/** A few short lines that stand together and are no sentences: verse, an address, a table in spaces. */
function standTogether(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > WIDEST_COLUMN)) return false;
  return lines.length > 1 && 2 * lines.filter((line) => SENTENCE_END.test(line)).length < lines.length;
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uff60]/u;
const UNSPACED_END =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uff60]$/u;

function paragraph(text: string): DraftBlock {
  return { kind: "paragraph", level: 1, text };
}
