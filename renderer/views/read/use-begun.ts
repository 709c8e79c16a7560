import { useMemo } from "react";
import { useDraft } from "../../drafts.ts";
import type { Begun, StudiedText } from "./chosen-words.ts";

/**
 * What was begun on words of an article, on the text that it has now, and what keeps it. It is kept as it was left until the
 * person goes on with it, so that all its words are there again where the text before is brought back.
 */
export function useBegun<Draft extends Begun>(
  name: string,
  article: StudiedText,
  onText: (draft: Draft, now: StudiedText) => Draft,
): [Draft | null, (draft: Draft | null) => void] {
  const [kept, keep] = useDraft<Draft>(name);
  const begun = useMemo(() => (kept ? onText(kept, article) : null), [kept, article, onText]);
  return [begun, keep];
}
