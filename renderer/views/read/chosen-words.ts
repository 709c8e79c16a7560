import type { ArticleView } from "#domain/contract/articles.ts";
import { rangeInOther } from "#domain/text/quote.ts";
import { joinRanges, type TextRange } from "#domain/text/range.ts";

/** The text that words are chosen in. */
export type StudiedText = Pick<ArticleView, "text" | "textSha256">;

/** Something that was begun on words of a text. An article can have another text by the time it is gone on with. */
export interface Begun {
  /** The text that its words stand in. */
  on: StudiedText;
  /** Words that it stood on until another text took the place of theirs, which does not hold them. */
  lost: readonly string[];
}

/** No more of an article than its text, so that what was begun does not keep the rest of it. */
export function studied({ text, textSha256 }: StudiedText): StudiedText {
  return { text, textSha256 };
}

/** Finds words again in the text that is studied now, and gathers those that are not in it. */
export class WordsElsewhere {
  readonly lost: string[];
  readonly #before: StudiedText;
  readonly #now: StudiedText;

  constructor({ on, lost }: Begun, now: StudiedText) {
    this.#before = on;
    this.#now = now;
    this.lost = [...lost];
  }

  /** The ranges where they stand now, those that touch joined; what is lost is left out. */
  find(ranges: readonly TextRange[]): TextRange[] {
    const found = ranges.map((range) => rangeInOther(range, this.#before.text, this.#now.text));
    for (const [index, range] of ranges.entries()) {
      if (found[index] === null) this.lost.push(this.#before.text.slice(range.start, range.end));
    }
    return joinRanges(found.filter((range) => range !== null));
  }
}
