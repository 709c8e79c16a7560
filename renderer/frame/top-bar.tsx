import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Redo2, Search, Undo2 } from "lucide-react";
import { useAction } from "../actions.ts";
import { keysOfCommand, runCommand } from "../keys.ts";
import { go } from "../route.ts";
import { sayFailure } from "../toasts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Menu } from "../ui/menu.tsx";
import { queries, workbench } from "../workbench.ts";
import styles from "./frame.module.css";
import { words } from "./words.ts";

/** The name of the case, the way to the palette, and undo and redo with the name of what they would do. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const { data: state } = useQuery({ ...queries.history.state.queryOptions(), enabled: Boolean(current) });
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById("view")?.focus()}>
        {words.skip}
      </button>
      <b className={styles.product}>{words.product}</b>
      {current ? <CaseMenu name={current.name} /> : <span className={styles.case}>{words.noCase}</span>}
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Search aria-hidden="true" />
        {words.search}
        <Kbd keys={keysOfCommand("palette")} />
      </button>
      <div className={styles.steps}>
        <IconButton
          label={words.undo(state?.undo)}
          keys={keysOfCommand("undo")}
          isDisabled={!state?.undo}
          onPress={() => runCommand("undo")}
        >
          <Undo2 aria-hidden="true" />
        </IconButton>
        <IconButton
          label={words.redo(state?.redo)}
          keys={keysOfCommand("redo")}
          isDisabled={!state?.redo}
          onPress={() => runCommand("redo")}
        >
          <Redo2 aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  );
}

function CaseMenu({ name }: { name: string }) {
  const showAll = () => go({ view: "start" });
  const close = () => workbench.cases.close().then(showAll, sayFailure);
  useAction(words.switchCase, showAll);
  useAction(words.closeCase, close);
  return (
    <Menu
      label={words.caseMenu}
      entries={[
        { id: "all", label: words.switchCase, run: showAll },
        { id: "close", label: words.closeCase, run: () => void close() },
      ]}
    >
      <Button look="plain">
        <span className={styles.caseName} dir="auto">
          {name}
        </span>
        <ChevronDown aria-hidden="true" />
      </Button>
    </Menu>
  );
}
