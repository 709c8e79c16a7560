import { readByline } from "./byline.ts";
import { readCredits } from "./credits.ts";
import { readDateline } from "./dateline.ts";
import { type ReadDate, readDate } from "./dates.ts";
import type { DraftBlock, ReadDocument, Stated, StatedFields } from "./document.ts";
import { markHeadings } from "./headings.ts";
import { readRunIn } from "./run-in.ts";
import { firstSentence, isTitleLine } from "./title.ts";

/** What a text says of itself, and the text without the dates that were run into it. */
export interface OwnWords {
  blocks: DraftBlock[];
  stated: StatedFields;
  /** A sentence for each thing that could not be told for certain. */
  doubts: string[];
}

/** How many blocks at the head may hold title, byline, date and dateline, and how many at the end hold credits. */
const HEAD = 8;
const TAIL = 6;

/**
 * Reads what a text says of itself: at its head its title, byline, date and dateline, at its end its credits, and in plain
 * texts which of its lines are headings. A date that was run into the head is taken out of the text, as the pages it comes
 * from print it above the article; everything else stays where it is, since it is evidence that can be marked.
 */
export function readOwnWords({ blocks, isPlain }: ReadDocument): OwnWords {
  const head = readHead(blocks.slice(0, HEAD), blocks.length, isPlain);
  const tail = readTail([...head.blocks, ...blocks.slice(HEAD)]);
  const stated = { ...tail.stated, ...head.stated };
  return { blocks: isPlain ? markHeadings(tail.blocks) : tail.blocks, stated, doubts: head.doubts };
}

/** A date with how much it is worth: that of publication goes before that of a dateline, and both before that of a change. */
interface FoundDate {
  date: ReadDate;
  rank: 0 | 1 | 2;
}

function readHead(given: readonly DraftBlock[], count: number, isPlain: boolean): OwnWords {
  const stated: StatedFields = {};
  const blocks: DraftBlock[] = [];
  const dates: FoundDate[] = [];
  let opening: string | null = null;
  for (const [index, block] of given.entries()) {
    if (opening !== null) {
      blocks.push(block);
      continue;
    }
    const { text, found } = withoutRunIns(block.text);
    dates.push(...found);
    if (text.trim() === "") {
      if (found.length === 0) blocks.push(block);
      continue;
    }
    const rest = text === block.text ? block : { ...block, text };
    const byline = readByline(text);
    const dateline = readDateline(text.trimStart());
    if (byline !== null) {
      stated.byline ??= inText(byline);
      blocks.push(isPlain ? { ...rest, kind: "credit", level: 1 } : rest);
    } else if (dateline) {
      stated.dateline = inText(dateline.place);
      if (dateline.agency !== "") stated.outlet = inText(dateline.agency);
      if (dateline.byline !== "") stated.byline ??= inText(dateline.byline);
      const date = /\d{4}/.test(dateline.date) ? readDate(dateline.date) : null;
      if (date) dates.push({ date, rank: 1 });
      opening = text.trimStart().slice(dateline.length);
      blocks.push(rest);
    } else if (stated.title === undefined && index + 1 < count && isTitleLine(text) && found.length === 0) {
      stated.title = inText(withoutMarkup(text));
      blocks.push(isPlain && block.kind === "paragraph" ? { ...rest, kind: "heading", level: 1 } : rest);
    } else {
      blocks.push(rest);
      // A line under the title that is neither short nor the first paragraph may stand above the dateline.
      if (!isPlain || !hasDatelineBelow(given.slice(index + 1))) opening = text;
    }
  }
  stated.title ??= inText(firstSentence(opening ?? blocks[0]?.text ?? ""));
  const [best] = dates.sort((one, other) => one.rank - other.rank);
  if (best) stated.published = inText(best.date.value);
  return { blocks, stated, doubts: best?.date.doubt ? [best.date.doubt] : [] };
}

function hasDatelineBelow(blocks: readonly DraftBlock[]): boolean {
  return blocks.slice(0, 3).some(({ text }) => readDateline(text.trimStart()) !== null);
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
