import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { flushSync } from "react-dom";
import { allWords } from "#domain/search/all-words.ts";
import { offeredActions } from "../actions.ts";
import { canRun, commandOf, keysOfCommand, runCommand, useSheet } from "../keys.ts";
import { go } from "../route.ts";
import { GradeLetter } from "../ui/grade-letter.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { VerdictIcon } from "../ui/verdict.tsx";
import { queries } from "../workbench.ts";
import styles from "./palette.module.css";
import { commandsFor } from "./palette-commands.ts";
import { type PaletteItem, recentItems, remember } from "./palette-recent.ts";
import { titleFirst } from "./title-first.ts";
import { words } from "./words.ts";

interface Group {
  name: string;
  items: readonly PaletteItem[];
}

/** How many articles, claims and sources are offered each. */
const EACH = 6;

/** Among so many of the best articles those go first whose title has the words. */
const RANKED = 18;

/** Finds a command, an article, a claim or a source by a few letters; all by keyboard. */
export function Palette({ onClose }: { onClose: () => void }) {
  useSheet();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [highlighted, setHighlighted] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const asked = useDeferredValue(typed);
  const { groups, isAnswered } = useGroups(asked);
  const items = groups.flatMap((group) => group.items);
  const current = items[Math.min(highlighted, items.length - 1)];

  const act = (item: PaletteItem) => {
    remember(item);
    onClose();
    // Only once the palette has gone and given the focus back is the place there that the command acts on. Where an answer
    // was waited for, nothing else makes sure that it is gone by then, and beneath it the command would not be done.
    setTimeout(() => {
      flushSync(onClose);
      setTimeout(item.run);
    });
  };
  // Enter means what belongs to the words in the field, which may still be on its way.
  const isSettled = asked === typed && isAnswered;
  const [isAwaited, setAwaited] = useState(false);
  const actAtLast = useEffectEvent(() => {
    setAwaited(false);
    if (current) act(current);
  });
  useEffect(() => {
    if (isAwaited && isSettled) actAtLast();
  }, [isAwaited, isSettled]);
  const highlight = (index: number) => {
    const next = (index + items.length) % Math.max(1, items.length);
    setHighlighted(next);
    const element = list.current?.querySelectorAll("[role=option]")[next];
    element?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    // Asked for again, it is meant for other words.
    if (commandOf(event) === "palette") return event.currentTarget.select();
    const at = current ? items.indexOf(current) : 0;
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + EACH,
      PageUp: at - EACH,
    };
    const target = targets[event.key];
    if (event.key === "Enter" && !isSettled) setAwaited(true);
    else if (event.key === "Enter" && current) act(current);
    else if (target === undefined) return;
    else if (event.key.startsWith("Page")) highlight(Math.max(0, Math.min(items.length - 1, target)));
    else highlight(target);
    event.preventDefault();
  };

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={styles.overlay ?? ""}>
      <Modal className={styles.sheet ?? ""}>
        <Dialog aria-label={words.palette.label} className={styles.dialog ?? ""}>
          <input
            autoFocus
            role="combobox"
            aria-label={words.palette.label}
            aria-expanded={items.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={current ? `${id}-${current.id}` : undefined}
            placeholder={words.palette.placeholder}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            className={styles.input}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setHighlighted(0);
              setAwaited(false);
            }}
            onKeyDown={onKeyDown}
          />
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={words.palette.label} className={styles.list}>
            {groups.map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by this role alone.
              <div key={group.name} role="group" aria-label={group.name}>
                <div className={styles.group} aria-hidden="true">
                  {group.name}
                </div>
                {group.items.map((item) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
                  <div
                    key={item.id}
                    id={`${id}-${item.id}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={item === current}
                    className={styles.option}
                    onPointerDown={(event) => event.preventDefault()}
                    onPointerMove={() => setHighlighted(items.indexOf(item))}
                    onClick={() => act(item)}
                  >
                    <span className={styles.icon}>{item.icon}</span>
                    <span className={styles.label} dir="auto">
                      {item.label}
                    </span>
                    <span className={styles.hint}>{item.hint}</span>
                  </div>
                ))}
              </div>
            ))}
          </div>
          {items.length === 0 && typed.trim() !== "" ? <p className={styles.nothing}>{words.palette.nothing}</p> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useGroups(typed: string): { groups: Group[]; isAnswered: boolean } {
  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const asked = typed.trim();
  const enabled = Boolean(current) && asked !== "";
  const options = { enabled, placeholderData: keepPreviousData, gcTime: 10_000 };
  const articles = useQuery({
    ...queries.search.everywhere.queryOptions({
      input: { query: allWords(asked), nouns: ["article"], limit: RANKED },
    }),
    ...options,
  });
  const claims = useQuery({
    ...queries.claims.search.queryOptions({ input: { words: asked, limit: EACH } }),
    ...options,
  });
  const sources = useQuery({
    ...queries.sources.search.queryOptions({ input: { words: asked, limit: EACH } }),
    ...options,
  });
  const answers = [articles, claims, sources];
  const isAnswered = !enabled || answers.every(({ isPending, isPlaceholderData }) => !isPending && !isPlaceholderData);
  const commands = commandsFor(asked, canRun, offeredActions()).map(
    ({ command, label, run }): PaletteItem => ({
      id: `command-${command ?? label}`,
      label,
      hint: command ? <Kbd keys={keysOfCommand(command)} /> : undefined,
      run: run ?? (() => command && runCommand(command)),
    }),
  );
  const { groups } = words.palette;
  const found: Group[] =
    asked === ""
      ? [
          { name: groups.recent, items: recentItems(current?.path ?? null) },
          { name: groups.commands, items: commands },
        ]
      : [
          { name: groups.commands, items: commands.slice(0, EACH) },
          {
            name: groups.articles,
            items: titleFirst(articles.data?.groups[0]?.hits ?? [], ({ title }) => title.text, asked)
              .slice(0, EACH)
              .map(({ id, title, facts }) => ({
                id: `article-${id}`,
                label: title.text,
                hint: facts[0],
                run: () => go({ view: "read", id }),
              })),
          },
          {
            name: groups.claims,
            items: (claims.data ?? []).map((claim) => ({
              id: `claim-${claim.id}`,
              label: claim.statement,
              icon: <VerdictIcon verdict={claim.verdict} title={claim.verdict} />,
              run: () => go({ view: "claims", id: claim.id }),
            })),
          },
          {
            name: groups.sources,
            items: (sources.data ?? []).map((source) => ({
              id: `source-${source.id}`,
              label: source.name,
              hint: source.alias ?? <GradeLetter letter={source.grade} />,
              run: () => go({ view: "sources", id: source.id }),
            })),
          },
        ];
  return { groups: found.filter((group) => group.items.length > 0), isAnswered };
}
