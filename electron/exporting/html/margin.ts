import type { Passage } from "../report/segments.ts";

/** A paragraph as the margin sees it. */
export interface MarginRow {
  /** About how high it will be. */
  height: number;
  /** The attributions whose words begin in it. */
  passages: Passage[];
}

/** Cards that stand together beside the rows `[from, until)`, counted from 1. */
export interface MarginGroup {
  from: number;
  until: number;
  passages: Passage[];
}

const CHARACTERS_A_LINE = 64;
const LINE_HEIGHT = 23;
const PARAGRAPH_GAP = 10;
const CARD_HEIGHT = 80;

/** About how high a paragraph of so many characters will be, in the pixels of the report's own style. */
export function textHeight(characters: number): number {
  return Math.ceil(characters / CHARACTERS_A_LINE) * LINE_HEIGHT + PARAGRAPH_GAP;
}

/**
 * Sets cards beside the paragraph where their words begin. Where they would be higher than the text beside them and so
 * tear it apart, they run on beside the paragraphs that follow, and the cards of those join them. The last group may run
 * into a row after the text, which takes what is too much.
 */
export function marginGroups(rows: readonly MarginRow[]): MarginGroup[] {
  const groups: MarginGroup[] = [];
  let room = 0;
  for (const [index, row] of rows.entries()) {
    const last = groups.at(-1);
    if (row.passages.length > 0) {
      if (last && room < 0) {
        last.passages.push(...row.passages);
      } else {
        groups.push({ from: index + 1, until: index + 2, passages: [...row.passages] });
        room = 0;
      }
      room -= row.passages.length * CARD_HEIGHT;
    }
    const current = groups.at(-1);
    if (current && room < 0) {
      current.until = index + 2;
      room += row.height;
    }
  }
  const final = groups.at(-1);
  if (final) final.until = rows.length + 2;
  return groups;
}
