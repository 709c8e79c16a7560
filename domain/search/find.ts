import type { TextRange } from "../text/range.ts";
import { Folding } from "./folding.ts";

/** More than this are not looked at by anybody. */
const MOST_HITS = 5_000;

/**
 * Where words occur in a canonical text, by the search form of both: in any case, with or without accents and soft hyphens,
 * over line breaks, however Arabic letters, œ and ß are spelt. Parts of words are found too, since they are looked for while
 * they are typed. What stands before and behind the words, such as quotation marks, belongs to a hit where the text has the
 * same there; words that have no letters, such as “%”, are found as they stand.
 *
 * The ranges are in UTF-16 code units, in order, of whole user-perceived characters, and do not overlap; 5,000 at most. The
 * time grows with the length of the text and no faster.
 */
export function findInText(text: string, words: string): TextRange[] {
  const typed = words.normalize("NFC").trim();
  const { form, places: typedPlaces } = formWithPlaces(typed);
  const wanted = form.trimEnd();
  if (wanted === "") return findAsWritten(text, typed);
  const core = wholeCharacters(typed, typedPlaces[0] ?? 0, typedPlaces[wanted.length - 1] ?? 0);
  const before = typed.slice(0, core.start);
  const behind = typed.slice(core.end);
  const hits: TextRange[] = [];
  const { form: searched, places } = formWithPlaces(text);
  let end = 0;
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + 1)) {
    const first = places[at] ?? 0;
    // The parts of a ligature, or of a character with its marks, are one character.
    if (first < end) continue;
    const hit = wholeCharacters(text, first, places[at + wanted.length - 1] ?? 0);
    if (hit.start < end) continue;
    const whole = withSurroundings(text, hit, before, behind);
    const taken = whole.start < end ? hit : whole;
    hits.push(taken);
    if (hits.length === MOST_HITS) break;
    end = taken.end;
  }
  return hits;
}

/** A hit with what was typed before and behind its words, on the sides where the text has the same. */
function withSurroundings(text: string, { start, end }: TextRange, before: string, behind: string): TextRange {
  const from = text.slice(0, start).endsWith(before) ? start - before.length : start;
  const to = text.startsWith(behind, end) ? end + behind.length : end;
  return from === start && to === end ? { start, end } : wholeCharacters(text, from, to - 1);
}

const folding = new Folding();

/** The search form of a whole text, and for each of its code units the offset of the character it stands for. */
function formWithPlaces(text: string): { form: string; places: Uint32Array } {
  let form = "";
  let places = new Uint32Array(Math.ceil(1.25 * text.length) + 64);
  folding.begin();
  for (let from = 0; from < text.length; ) {
    from = folding.fold(text, from);
    if (form.length + folding.length > places.length) {
      const larger = new Uint32Array(2 * places.length + folding.length);
      larger.set(places);
      places = larger;
    }
    places.set(folding.places.subarray(0, folding.length), form.length);
    form += folding.toString();
  }
  return { form, places };
}

/** The range from one character to another, both whole with all that belongs to them. */
function wholeCharacters(text: string, first: number, last: number): TextRange {
  const beyond = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  let from = first;
  while (!isBoundary(text, from) && first - from < REACH) from--;
  let to = beyond;
  while (!isBoundary(text, to) && to - beyond < REACH) to++;
  if (from === first && to === beyond) return { start: first, end: beyond };
  let start = first;
  let end = beyond;
  for (const { index, segment } of graphemes.segment(text.slice(from, to))) {
    const place = from + index;
    if (place <= first) start = place;
    if (place < beyond) end = place + segment.length;
  }
  return { start, end };
}

/** How far from a hit the next boundary between characters is looked for; hardly any character is so long. */
const REACH = 256;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Whether two characters surely part at an offset: neither is one that can belong to the other. */
function isBoundary(text: string, offset: number): boolean {
  return offset <= 0 || offset >= text.length || (isAlone(text, offset - 1) && isAlone(text, offset));
}

/** Before U+0300, where the combining marks begin, every character of a canonical text stands alone. */
function isAlone(text: string, offset: number): boolean {
  return text.charCodeAt(offset) < 0x300 || STANDS_ALONE.test(text.charAt(offset));
}

/** Letters, figures, punctuation and spaces, but for those few that join their neighbours (Unicode Annex 29, table 2). */
const STANDS_ALONE =
  /^(?![\u0d4e\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f])[\p{L}\p{N}\p{P}\p{Z}]$/u;

function findAsWritten(text: string, wanted: string): TextRange[] {
  const hits: TextRange[] = [];
  if (wanted === "") return hits;
  let end = 0;
  for (let at = text.indexOf(wanted); at !== -1 && hits.length < MOST_HITS; at = text.indexOf(wanted, end)) {
    const hit = wholeCharacters(text, at, at + wanted.length - 1);
    hits.push(hit);
    end = hit.end;
  }
  return hits;
}
