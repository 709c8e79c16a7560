import { isAgency } from "./agencies.ts";
import { readByline } from "./byline.ts";
import { readCredits } from "./credits.ts";
import { type Dateline, readDateline, readDatelineAlone } from "./dateline.ts";
import { type ReadDate, readDate } from "./dates.ts";
import type { DraftBlock, ReadDocument, Stated, StatedFields } from "./document.ts";
import { markHeadings } from "./headings.ts";
import { isHeadline } from "./headline.ts";
import { detectLanguage } from "./language.ts";
import { readRunIn } from "./run-in.ts";
import { SENTENCE_END } from "./sentences.ts";
import { firstSentence, isGreeting, isTitleLine } from "./title.ts";

/** What a text says of itself, and the text without the dates that were run into it. */
export interface OwnWords {
  blocks: DraftBlock[];
  stated: StatedFields;
  /** A sentence for each thing that could not be told for certain. */
  doubts: string[];
  /** The date in the dateline as it is printed, often without a year; empty where there is none. */
  datelineDate: string;
  /** How many blocks stand above the first of the text itself. */
  above: number;
}

/** How many blocks at the head may hold title, byline, date and dateline, and how many at the end hold credits. */
const HEAD = 8;
const TAIL = 6;

/**
 * Reads what a text says of itself: at its head its title, byline, date and dateline, at its end its credits, and in plain
 * texts which of its lines are headings. A date that was run into the head is taken out of the text, as the pages it comes
 * from print it above the article; everything else stays where it is, since it is evidence that can be marked.
 */
export function readOwnWords(document: ReadDocument): OwnWords {
  const { blocks, isPlain } = document;
  const head = readHead(document);
  const tail = readTail([...head.blocks, ...blocks.slice(HEAD)]);
  const stated = { ...tail.stated, ...head.stated };
  if (!isPlain) return { ...head, blocks: tail.blocks, stated };
  // The name of a paper under the title heads no section.
  const marked = markHeadings(tail.blocks).map((block, index) =>
    index < head.above ? (tail.blocks[index] ?? block) : block,
  );
  return { ...head, blocks: marked, stated };
}

/** A date with how much it is worth: that of publication goes before that of a dateline, and both before that of a change. */
interface FoundDate {
  date: ReadDate;
  rank: 0 | 1 | 2;
}

function readHead(document: ReadDocument): OwnWords {
  const { blocks: all, isPlain, stated: byDocument } = document;
  const given = all.slice(0, HEAD);
  const stated: StatedFields = {};
  const blocks: DraftBlock[] = [];
  const dates: FoundDate[] = [];
  let opening: string | null = null;
  let datelineDate = "";
  let above = 0;
  const isChronicle = hasSeveralDates(all);
  /** Keeps a line about the article that is none of its text, such as its byline. */
  const keepAsCredit = (block: DraftBlock) => blocks.push(isPlain ? { ...block, kind: "credit", level: 1 } : block);
  const takeDateline = ({ place, agency, byline, date: printed }: Dateline) => {
    if (place !== "") stated.dateline = inText(place);
    if (agency !== "") stated.outlet = inText(agency);
    if (byline !== "") stated.byline ??= inText(byline);
    datelineDate = printed;
    const date = /\p{Nd}{4}/u.test(printed) ? readDate(printed) : null;
    if (date) dates.push({ date, rank: 1 });
  };
  for (const [index, block] of given.entries()) {
    if (opening !== null) {
      blocks.push(block);
      continue;
    }
    const isEntry = isChronicle && isDateLine(block.text);
    const { text, found } = isEntry ? { text: block.text, found: [] } : withoutRunIns(block.text);
    dates.push(...found);
    if (text.trim() === "") {
      if (found.length === 0) blocks.push(block);
      continue;
    }
    const rest = text === block.text ? block : { ...block, text };
    const byline = canBeByline(document, index) ? bylineIn(text, all) : null;
    // An entry of a list begins with a place and a date as well.
    const canBeFiled = !isEntry && block.kind !== "list-item" && block.kind !== "table-row";
    const dateline = canBeFiled ? readDateline(text.trimStart()) : null;
    const alone = canBeFiled ? readDatelineAlone(text) : null;
    const isBelowTitle = [stated.title, stated.outlet, stated.byline, byDocument.title].some(
      (one) => one !== undefined,
    );
    if (byline !== null) {
      stated.byline ??= inText(byline);
      keepAsCredit(rest);
    } else if (dateline) {
      takeDateline(dateline);
      const behind = text.trimStart().slice(dateline.length);
      if (behind === "") keepAsCredit(rest);
      else {
        above = blocks.length;
        opening = behind;
        blocks.push(rest);
      }
    } else if (alone && (alone.isCertain || isBelowTitle)) {
      takeDateline(alone);
      keepAsCredit(rest);
    } else if (block.kind !== "heading" && namesOutlet(text.trim()) && index + 1 < all.length) {
      stated.outlet ??= inText(text.trim());
      keepAsCredit(rest);
    } else if (isGreeting(text)) {
      blocks.push(rest);
    } else if (stated.title === undefined && index + 1 < all.length && isTitleLine(text) && found.length === 0) {
      stated.title = inText(withoutMarkup(text));
      blocks.push(isPlain && block.kind === "paragraph" ? { ...rest, kind: "heading", level: 1 } : rest);
    } else {
      // A line under the title that is neither short nor the first paragraph may stand above the dateline.
      if (isEntry || !isAboveHead(text, given.slice(index + 1), isPlain)) {
        above = blocks.length;
        opening = text;
      }
      blocks.push(rest);
    }
  }
  stated.title ??= inText(firstSentence(opening ?? blocks[0]?.text ?? ""));
  const [best] = dates.sort((one, other) => one.rank - other.rank);
  if (best) stated.published = inText(best.date.value);
  return { blocks, stated, doubts: best?.date.doubt ? [best.date.doubt] : [], datelineDate, above };
}

/** How far dates are looked for that head entries, in blocks, and the longest line that is looked at. */
const CHRONICLE = 60;
const LONGEST_DATE_LINE = 80;

/** Whether a line is a date, or a place and a date, and no word says what it is the date of. */
const isDateLine = (text: string): boolean => dayInLine(text) !== null;

/** The date of such a line, or null. */
function dayInLine(text: string): string | null {
  const line = text.trim();
  if (line.length > LONGEST_DATE_LINE) return null;
  const alone = readDatelineAlone(line);
  if (alone) return readDate(alone.date)?.value ?? null;
  const runIn = readRunIn(line);
  return runIn?.isBare ? runIn.date.value : null;
}

/**
 * Whether several dates head a paragraph each, as in a chronicle: then each is that of its entry, and none the article’s.
 * The dates in a list of other articles stand over nothing, or over their titles.
 */
function hasSeveralDates(blocks: readonly DraftBlock[]): boolean {
  const days = blocks.slice(0, CHRONICLE).map(({ text }, index) => {
    const below = blocks[index + 1]?.text.trimEnd() ?? "";
    return SENTENCE_END.test(below.slice(-6)) ? dayInLine(text) : null;
  });
  return new Set(days.filter((day) => day !== null)).size > 1;
}

/** Letters that are an agency’s and no word; those of others head maps, lists and applications too. */
const OWN_LETTERS = /^(?:AFP|EFE|ANSA|TASS|UPI|KCNA|IANS|IRNA|AMAP|ТАСС)$/;

/** Whether a line is the name of an agency and nothing else. */
function namesOutlet(line: string): boolean {
  return line.length <= 60 && isAgency(line) && (OWN_LETTERS.test(line) || !/^\p{Lu}{2,5}$/u.test(line));
}

/** Whether a line stands above the byline, the date or the dateline, as the name of a paper and an introduction do. */
function isAboveHead(text: string, below: readonly DraftBlock[], isPlain: boolean): boolean {
  const next = below.slice(0, 3).map((block) => block.text.trimStart());
  if (isPlain && next.some((line) => readDateline(line) !== null)) return true;
  // In documents with blocks, and above a line of its own, only what is no paragraph is passed.
  if (!isTitleLine(text)) return false;
  return next.some(
    (line) =>
      readDateline(line) !== null ||
      readDatelineAlone(line) !== null ||
      readRunIn(line) !== null ||
      readByline(line) !== null,
  );
}

/**
 * Whether a block may be a byline: no heading, and not the title. The first line of a text without a stated title is that
 * title, unless another line that can be one stands below it and above the text.
 */
function canBeByline({ blocks, stated: { title } }: ReadDocument, index: number): boolean {
  const block = blocks[index];
  if (!block || block.kind === "heading" || isHeadline(block.text, title?.value ?? "")) return false;
  if (title !== undefined || blocks.slice(0, index).some(({ text }) => text.trim() !== "")) return true;
  const [next, ...others] = blocks.slice(index + 1);
  if (!next || others.length === 0 || readByline(block.text)?.languages.length !== 0) return false;
  return next.kind === "heading" || (isTitleLine(next.text) && !isAboutArticle(next.text));
}

/** Whether a line says who wrote the article, where, when or for whom. */
function isAboutArticle(line: string): boolean {
  const isDated = readDateline(line) !== null || readDatelineAlone(line) !== null || readRunIn(line) !== null;
  return isDated || readByline(line) !== null || namesOutlet(line.trim());
}

/** How much of a text tells whether it is in the language of its byline. */
const LANGUAGE_SAMPLE = 5_000;

/** The names of a byline; none where the word before them is one only in a language in which the text is not. */
function bylineIn(line: string, blocks: readonly DraftBlock[]): string | null {
  const byline = readByline(line);
  if (!byline || byline.languages.length === 0) return byline?.names ?? null;
  const sample = blocks.slice(0, CHRONICLE).map(({ text }) => text.slice(0, LANGUAGE_SAMPLE));
  const language = detectLanguage(sample.join("\n").slice(0, LANGUAGE_SAMPLE));
  return language === null || byline.languages.includes(language) ? byline.names : null;
}

/** Takes the dates away that are run into the head of a block, one after the other. */
function withoutRunIns(text: string): { text: string; found: FoundDate[] } {
  const found: FoundDate[] = [];
  let rest = text;
  for (let runIn = readRunIn(rest); runIn; runIn = readRunIn(rest)) {
    found.push({ date: runIn.date, rank: runIn.isChange ? 2 : 0 });
    rest = rest.slice(runIn.length);
  }
  return { text: rest, found };
}

/** Credits stand last; what stands among the last blocks and is none, such as a note on the author, is passed over. */
function readTail(blocks: readonly DraftBlock[]): { blocks: DraftBlock[]; stated: StatedFields } {
  const stated: StatedFields = {};
  const words: string[] = [];
  const from = Math.max(1, blocks.length - TAIL);
  const marked = blocks.slice(from).map((block) => {
    const credits = block.kind === "heading" ? null : readCredits(block.text);
    if (!credits) return block;
    words.push(credits.words);
    if (credits.agency !== "") stated.outlet ??= inText(credits.agency);
    return credits.isWhole ? { ...block, kind: "credit" as const, level: 1 } : block;
  });
  if (words.length > 0) stated.credits = inText(words.join("; "));
  return { blocks: [...blocks.slice(0, from), ...marked], stated };
}

const inText = (value: string): Stated => ({ value, from: "text" });

/** The sign of a heading that was pasted as it is written in Markdown. */
const withoutMarkup = (title: string) => title.replace(/^\s*#{1,6}\s+/, "").trim();
