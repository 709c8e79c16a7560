import type { ShownOriginal } from "#domain/contract/originals.ts";
import { isSoonShown, type OriginalFile, shownOriginal } from "../importing/showing.ts";
import { showOnThread } from "../jobs/showing.ts";

/** What can be shown of an original: at once where that is quick, else on a thread of its own, so that nobody waits behind it. */
export async function showOriginal(original: OriginalFile & { name: string }): Promise<ShownOriginal> {
  return isSoonShown(original) ? shownOriginal(original) : showOnThread(original);
}
