import type { TextRange } from "#domain/text/range.ts";
import { type Begun, type StudiedText, studied, WordsElsewhere } from "./chosen-words.ts";

/** A note in the making: it is not in the case until it is saved. */
export interface DraftNote extends Begun {
  body: string;
  /** The words that it stands on; null for the whole article. */
  range: TextRange | null;
}

/** A note to be written on words, or on the whole article for null. What is written already stays, and its words where no others are chosen. */
export function noteFrom(begun: DraftNote | null, article: StudiedText, range: TextRange | null): DraftNote {
  if (begun && begun.body !== "" && range === null) return begun;
  return { on: studied(article), lost: [], body: begun?.body ?? "", range };
}

/** The note with another body; null where nothing is left of it. */
export function noteWith(begun: DraftNote | null, article: StudiedText, body: string): DraftNote | null {
  if (body === "" && !begun?.range) return null;
  return { ...(begun ?? noteFrom(null, article, null)), body };
}

/** The note on the text that is studied now: its words where they stand there, and what is written in any case. */
export function noteOn(note: DraftNote, now: StudiedText): DraftNote {
  if (note.on.textSha256 === now.textSha256) return note;
  const words = new WordsElsewhere(note, now);
  const [range = null] = words.find(note.range ? [note.range] : []);
  return { ...note, on: studied(now), lost: words.lost, range };
}
