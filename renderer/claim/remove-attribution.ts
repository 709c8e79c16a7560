import { undoEntry } from "../frame/history.ts";
import { say, sayFailure } from "../toasts.ts";
import { workbench } from "../workbench.ts";
import { words } from "./words.ts";

/** Takes an attribution out and, where it was the claim's last, the claim with it. */
export async function removeAttribution(attributionId: string, claimId: string): Promise<void> {
  try {
    const { attributions } = await workbench.claims.get({ id: claimId });
    const isLast = attributions.length === 1 && attributions[0]?.id === attributionId;
    const { sequence } = isLast
      ? await workbench.claims.remove({ id: claimId })
      : await workbench.attributions.remove({ id: attributionId });
    say(isLast ? words.lastRemoved : words.attributionRemoved, { label: words.undo, run: () => undoEntry(sequence) });
  } catch (error) {
    sayFailure(error);
  }
}
