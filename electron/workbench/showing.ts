import type { ShownOriginal } from "#domain/contract/originals.ts";
import type { OriginalFile } from "../importing/showing.ts";
import { showOnThread } from "../jobs/showing.ts";

/** What can be shown of an original: at once where that is quick, else on a thread of its own, so that nobody waits behind it. */
export async function showOriginal(original: OriginalFile & { name: string }): Promise<ShownOriginal> {
  // The start does not wait for what tells encodings.
  const { isSoonShown, shownOriginal } = await import("../importing/showing.ts");
  return isSoonShown(original) ? shownOriginal(original) : showOnThread(original);
}
