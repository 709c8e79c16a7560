import { Button } from "../ui/button.tsx";
import styles from "./import-desk.module.css";
import { type ImportState, unfoldImport, useFolded, useImport } from "./import-work.ts";
import { words } from "./words.ts";

/** What an import that was folded away is at, in few words; pressed, it is shown again. */
export function FoldedImport() {
  const state = useImport();
  const isFolded = useFolded();
  if (!isFolded || state.stage === "none") return null;
  const said = inFewWords(state);
  return (
    <Button look="plain" aria-label={`${words.unfold}: ${said}`} onPress={unfoldImport}>
      <span className={styles.folded}>{said}</span>
    </Button>
  );
}

function inFewWords(state: Exclude<ImportState, { stage: "none" }>): string {
  switch (state.stage) {
    case "running":
      return words.running(state.progress?.done ?? 0, state.progress?.total ?? null);
    case "finished":
      return words.report(state.report);
    default:
      return words.folded[state.stage];
  }
}
