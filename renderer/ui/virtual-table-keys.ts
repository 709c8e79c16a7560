import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { canRun, commandOf } from "../keys.ts";
import type { KnownRows, TableRows } from "../rows-in-sight.ts";
import { sayFailure } from "../toasts.ts";

/** What a table is told of the rows that are chosen and selected, and whom it tells. */
export interface ChosenRows<Row> {
  keyOf: (row: Row) => string;
  /** The row that is chosen, or null. */
  chosen: string | null;
  onChoose: (row: Row) => void;
  /** The rows that are selected, where several can be: Space and Ctrl-click take one, Shift takes a run. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Selects every row of the list, those that were never in sight too. */
  onSelectAll?: () => void;
  /** The word of a row that typing jumps to. */
  wordOf?: (row: Row) => string;
}

/** Letters typed within this many milliseconds of each other make one word. */
const TYPING_PAUSE = 700;

/**
 * Where the chosen row stands, and the way to another. While a key is held the rows rush by (`pass`): each is chosen in
 * the table, but the view, which shows all about the chosen row, is told only of the one where it comes to `rest`.
 */
export function usePosition<Row>(
  { keyOf, chosen, onChoose }: ChosenRows<Row>,
  rows: KnownRows<Row>,
  scrollTo: (index: number) => void,
) {
  // A row that is out of sight is not there any more; where it stood is still known.
  const [last, setLast] = useState({ question: "", key: "", index: -1 });
  // A key can ask for a row that is still to come, such as the last one; it is chosen once it is there.
  const [awaited, setAwaited] = useState<{ question: string; index: number } | null>(null);
  const [passing, setPassing] = useState<Row | null>(null);
  const shownKey = passing === null ? chosen : keyOf(passing);
  // Its position means nothing in the answer to another question.
  if (awaited !== null && awaited.question !== rows.question) setAwaited(null);
  const position = positionOf(rows, keyOf, shownKey, last);

  const setPlace = (index: number, row: Row) => setLast({ question: rows.question, key: keyOf(row), index });
  const place = (index: number, row: Row) => {
    setPassing(null);
    setPlace(index, row);
    onChoose(row);
  };
  const passBy = (index: number, row: Row) => {
    setPassing(row);
    setPlace(index, row);
  };
  const reach = (target: number, take: (index: number, row: Row) => void) => {
    const index = Math.max(0, Math.min(rows.total - 1, target));
    scrollTo(index);
    const row = rows.rowAt(index);
    setAwaited(row === undefined ? { question: rows.question, index } : null);
    if (row !== undefined) take(index, row);
    return index;
  };
  const rest = () => {
    if (passing === null) return;
    setPassing(null);
    onChoose(passing);
  };

  const awaitedRow = awaited?.question === rows.question ? rows.rowAt(awaited.index) : undefined;
  const arrive = useEffectEvent((row: Row | undefined) => {
    if (awaited === null || row === undefined) return;
    setAwaited(null);
    if (passing === null) place(awaited.index, row);
    else passBy(awaited.index, row);
  });
  useEffect(() => arrive(awaitedRow), [awaitedRow]);
  return {
    /** The key of the row that is shown as chosen, or null. */
    shownKey,
    position,
    place,
    /** Whether rows are rushing by. */
    isPassing: passing !== null,
    goTo: (target: number) => reach(target, place),
    pass: (target: number) => reach(target, passBy),
    rest,
  };
}

function positionOf<Row>(
  rows: KnownRows<Row>,
  keyOf: (row: Row) => string,
  chosen: string | null,
  last: { question: string; key: string; index: number },
): number {
  if (chosen === null) return -1;
  if (last.key === chosen && last.question === rows.question) {
    const row = rows.rowAt(last.index);
    if (row === undefined || keyOf(row) === chosen) return last.index;
  }
  for (const [index, row] of rows.loaded()) if (keyOf(row) === chosen) return index;
  return -1;
}

/** Selecting several rows; does nothing where the table has no selection. */
export function useSelection<Row>(
  { keyOf, selected, onSelect, onSelectAll }: ChosenRows<Row>,
  rows: KnownRows<Row>,
  { between, position }: { between: TableRows<Row>["between"]; position: number },
) {
  const anchor = useRef<number | null>(null);
  const latest = useRef(0);
  const toggle = (index: number) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    const next = new Set(selected);
    const key = keyOf(row);
    if (!next.delete(key)) next.add(key);
    anchor.current = index;
    onSelect?.(next);
  };
  const extendTo = (index: number) => {
    if (!onSelect) return;
    anchor.current ??= Math.max(0, position);
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    // A long run is fetched first; one that was asked for later goes before it.
    const own = ++latest.current;
    between(from, to).then((run) => {
      if (own === latest.current) onSelect(new Set(run.map(keyOf)));
    }, sayFailure);
  };
  /** Whether the key was one that selects. */
  const take = (event: KeyboardEvent): boolean => {
    if (!onSelect) return false;
    if (event.key === " ") toggle(position);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) onSelectAll?.();
    else if (event.key === "Escape" && (selected?.size ?? 0) > 0) {
      anchor.current = null;
      onSelect(new Set());
    } else return false;
    return true;
  };
  return { toggle, extendTo, take };
}

/** Typing letters goes to the next row whose word begins with them. */
export function useTypedWord<Row>(
  { wordOf }: ChosenRows<Row>,
  rows: KnownRows<Row>,
  { position, goTo }: { position: number; goTo: (index: number) => void },
) {
  const typed = useRef({ letters: "", at: 0 });
  /** Whether the key was a letter of a word. */
  return (event: KeyboardEvent): boolean => {
    if (!wordOf || event.ctrlKey || event.metaKey || !/^[\p{L}\p{N}]$/u.test(event.key)) return false;
    const goesOn = event.timeStamp - typed.current.at < TYPING_PAUSE;
    // A letter that does something in the view begins no word.
    const command = goesOn ? null : commandOf(event);
    if (command !== null && canRun(command)) return false;
    const letters = (goesOn ? typed.current.letters : "") + event.key.toLocaleLowerCase();
    typed.current = { letters, at: event.timeStamp };
    // A first letter looks beyond the chosen row, so that pressing it again goes on; a longer word may be the row itself.
    const from = letters.length === 1 ? position + 1 : Math.max(0, position);
    const fits = (row: Row) => wordOf(row).toLocaleLowerCase().startsWith(letters);
    const fitting = [...rows.loaded()].filter(([, row]) => fits(row)).map(([index]) => index);
    const found = fitting.find((index) => index >= from) ?? fitting[0];
    if (found !== undefined) goTo(found);
    return true;
  };
}
