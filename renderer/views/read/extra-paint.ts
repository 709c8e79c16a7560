import type { TextRange } from "#domain/text/range.ts";
import type { DraftClaim } from "./draft.ts";
import type { DraftNote } from "./draft-note.ts";
import type { Paint } from "./text/painting.ts";

/** What is painted besides the marks. */
export function extraPaint(
  draft: DraftClaim | null,
  note: DraftNote | null,
  hits: readonly TextRange[],
  current: TextRange | null,
): Paint {
  return {
    draft: draft?.content ?? (note?.range ? [note.range] : []),
    "draft-cue": draft?.cue ?? [],
    "draft-source": draft?.chain.flatMap(({ ranges }) => ranges) ?? [],
    find: [...hits],
    found: current ? [current] : [],
  };
}
