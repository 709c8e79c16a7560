import { sayFailure, sayHistory } from "../toasts.ts";
import { queries, queryClient, workbench } from "../workbench.ts";
import { words } from "./words.ts";

/** Takes back the last command and says which it was. */
export function undo(): Promise<void> {
  return stepBack({});
}

/** Does the command again that was taken back last. */
export async function redo(): Promise<void> {
  try {
    const { label, isWhole, ...state } = await workbench.history.redo();
    queryClient.setQueryData(queries.history.state.queryKey(), state);
    sayHistory(words.redone(label, isWhole), { label: words.undoShort, run: undo });
  } catch (error) {
    sayFailure(error);
  }
}

/**
 * Takes back one command, as a toast offers it: only while it is still the last, since whatever was done after it may
 * rest on it. The workbench refuses otherwise.
 */
export async function undoEntry(sequence: number | null): Promise<void> {
  if (sequence !== null) await stepBack({ expecting: sequence });
}

async function stepBack(input: { expecting?: number }): Promise<void> {
  try {
    const { label, isWhole, ...state } = await workbench.history.undo(input);
    queryClient.setQueryData(queries.history.state.queryKey(), state);
    sayHistory(words.undone(label, isWhole), { label: words.redoShort, run: redo });
  } catch (error) {
    sayFailure(error);
  }
}
