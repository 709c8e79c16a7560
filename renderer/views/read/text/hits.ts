import type { Mark } from "#domain/marks/mark.ts";

/**
 * The mark that a click opens, where several may lie under it: the innermost first, and with every further click on the
 * same place the next one outwards, then the innermost again. Marks of one thing count once.
 */
export function choiceAmong(marks: readonly Mark[], open: string | null): string | null {
  const refs = [
    ...new Set(
      [...marks]
        .sort((one, other) => one.end - one.start - (other.end - other.start) || one.start - other.start)
        .map(({ ref }) => ref),
    ),
  ];
  const position = open === null ? -1 : refs.indexOf(open);
  return refs[(position + 1) % refs.length] ?? null;
}

/** A place that J and K stop at: where the words of a claim or of a note begin. */
export interface Stop {
  ref: string;
  start: number;
}

/** The stops of a text in reading order, one for each attribution and note. */
export function stopsOf(marks: readonly Mark[]): Stop[] {
  const first = new Map<string, number>();
  for (const { kind, ref, start } of marks) {
    if (kind !== "claim" && kind !== "note") continue;
    first.set(ref, Math.min(start, first.get(ref) ?? start));
  }
  return [...first]
    .map(([ref, start]) => ({ ref, start }))
    .sort((one, other) => one.start - other.start || (one.ref < other.ref ? -1 : 1));
}

/** The stop after or before the open mark or, where none is open, after or before the caret; round at the ends. */
export function nextStop(stops: readonly Stop[], open: string | null, caret: number, by: 1 | -1): Stop | null {
  if (stops.length === 0) return null;
  const current = stops.findIndex(({ ref }) => ref === open);
  if (current !== -1) return stops[(current + by + stops.length) % stops.length] ?? null;
  const index =
    by === 1 ? stops.findIndex(({ start }) => start >= caret) : stops.findLastIndex(({ start }) => start < caret);
  return stops[index === -1 ? (by === 1 ? 0 : stops.length - 1) : index] ?? null;
}
