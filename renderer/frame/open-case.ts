import { useMutation } from "@tanstack/react-query";
import type { OpenCase } from "#domain/contract/cases.ts";
import { go, wayTo } from "../route.ts";
import { shell } from "../shell.ts";
import { say, sayFailure } from "../toasts.ts";
import { workbench } from "../workbench.ts";
import { words } from "./words.ts";

/** Under this key a case is opened, by which nothing is saved. */
export const OPENING = ["opening a case"];

/** What opens a case, null where none was chosen, and leads from where it was begun to the articles in it. */
export function useOpening(open: () => Promise<OpenCase | null>) {
  return useMutation({
    mutationKey: OPENING,
    mutationFn: open,
    onMutate: () => wayTo({ view: "library" }),
    onSuccess: (opened, _, enter) => opened && enter(),
  });
}

/** Opens a case file, whoever asked for it, and goes to its articles; whoever has gone elsewhere by then is not called back. */
export async function openCase(path: string): Promise<void> {
  const enter = wayTo({ view: "library" });
  try {
    const opened = await workbench.cases.open({ path });
    enter();
    say(words.opened(opened.name));
  } catch (error) {
    sayFailure(error);
  }
}

/** Asks which case to open: by the host's own dialog, or by the field of the start view where it has none. */
export async function openChosenCase(): Promise<void> {
  if (!shell.hasFileDialogs) return go({ view: "start", id: "open" });
  const path = await shell.pickCase();
  if (path !== null) await openCase(path);
}
