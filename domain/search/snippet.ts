import type { Snippet } from "../contract/search.ts";
import { joinRanges, type TextRange } from "../text/range.ts";
import { type Hit, hitsIn } from "./hits.ts";
import type { Phrase } from "./query.ts";

/** How much of a text a snippet shows, in UTF-16 code units, and how much of that stands before its first hit. */
const LENGTH = 220;
const BEFORE = 60;

/** Hits that are looked at for the place where most of what was asked stands together. */
const HITS_WEIGHED = 200;

/** A line with all its hits marked. */
export function markedLine(line: string, phrases: readonly Phrase[]): Snippet {
  const text = line.normalize("NFC");
  return { text, hits: joinRanges([...hitsIn(text, phrases)]) };
}

/**
 * The words around the place of a text where most of the phrases stand together, the first such place, and where its first
 * hit stands in the text. The beginning of the text, and null, where there is no hit.
 */
export function snippetOf(text: string, phrases: readonly Phrase[]): { snippet: Snippet; at: TextRange | null } {
  const hits = densest(hitsIn(text, phrases), phrases.length);
  const [first] = hits;
  const start = first ? wordStart(text, Math.max(0, first.start - BEFORE), first.start) : 0;
  const end = wordEnd(text, Math.min(text.length, Math.max(start + LENGTH, first?.end ?? 0)));
  const opening = start > 0 ? "…" : "";
  const shift = opening.length - start;
  const shown = joinRanges(hits).filter((hit) => hit.end <= end);
  return {
    snippet: {
      // A line break is a space here, one for one, so that the ranges hold.
      text: opening + text.slice(start, end).replace(/\s/gu, " ") + (end < text.length ? "…" : ""),
      hits: shown.map((hit) => ({ start: hit.start + shift, end: hit.end + shift })),
    },
    at: first ? { start: first.start, end: first.end } : null,
  };
}

/** The hits that stand together at the first place where most of the phrases do. */
function densest(hits: Iterable<Hit>, phrases: number): Hit[] {
  let best: Hit[] = [];
  let most = 0;
  const window: Hit[] = [];
  let weighed = 0;
  for (const hit of hits) {
    // Where everything stands together already, only what still belongs to the place is of interest.
    if (most === phrases && hit.end > (best[0]?.start ?? 0) + LENGTH - BEFORE) break;
    if (++weighed > HITS_WEIGHED) break;
    window.push(hit);
    while ((window[0]?.start ?? 0) < hit.end - (LENGTH - BEFORE) && window.length > 1) window.shift();
    const together = new Set(window.map(({ phrase }) => phrase)).size;
    const goesOn = best[0] !== undefined && best[0] === window[0];
    if (together > most || goesOn) best = [...window];
    most = Math.max(most, together);
  }
  return best.toSorted((one, other) => one.start - other.start);
}

/** Where the word begins that an offset falls into, looking no further back than to the offset and on to `limit`. */
function wordStart(text: string, offset: number, limit: number): number {
  if (offset === 0) return 0;
  const space = text.slice(offset, limit).search(/\s/u);
  return space === -1 ? wholeCharacter(text, offset) : offset + space + 1;
}

/** Where to stop before the word that an offset cuts; scripts without spaces are cut between characters. */
function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const reach = 24;
  const space = text.slice(offset, offset + reach).search(/\s/u);
  return space === -1 ? wholeCharacter(text, offset) : offset + space;
}

/** An offset that is not within a character: neither between surrogates nor before a mark. */
function wholeCharacter(text: string, offset: number): number {
  let place = offset;
  while (place < text.length && /^[\udc00-\udfff\u200d]|^\p{M}/u.test(text.slice(place, place + 2))) place++;
  return place;
}
