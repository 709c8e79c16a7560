import { type Dispatch, type SetStateAction, useState } from "react";

/** What was begun and not saved, by what it is about. Lives as long as the page. */
const kept = new Map<string, unknown>();

/**
 * State that outlasts its component: what a person has begun is still there when they come back to it. Names what it is about
 * with its id, such as `verdict 0198…`. It is gone once it is set to null, as after saving.
 */
export function useDraft<Draft>(name: string): [Draft | null, Dispatch<SetStateAction<Draft | null>>] {
  const [held, hold] = useState(() => ({ name, draft: (kept.get(name) ?? null) as Draft | null }));
  // Of another name there is another draft.
  const draft = held.name === name ? held.draft : ((kept.get(name) ?? null) as Draft | null);
  const set = (next: SetStateAction<Draft | null>) => {
    const before = (kept.get(name) ?? null) as Draft | null;
    const after = next instanceof Function ? next(before) : next;
    if (after === null) kept.delete(name);
    else kept.set(name, after);
    hold({ name, draft: after });
  };
  return [draft, set];
}
