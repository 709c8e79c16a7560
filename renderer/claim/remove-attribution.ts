import { undoEntry } from "../frame/history.ts";
import { say, sayFailure } from "../toasts.ts";
import { workbench } from "../workbench.ts";
import { words } from "./words.ts";

/** Takes an attribution out and says whether its claim went with it. */
export async function removeAttribution(attributionId: string): Promise<void> {
  try {
    const { sequence, claimRemoved } = await workbench.attributions.remove({ id: attributionId });
    const said = claimRemoved ? words.lastRemoved : words.attributionRemoved;
    say(said, { label: words.undo, run: () => undoEntry(sequence) });
  } catch (error) {
    sayFailure(error);
  }
}
