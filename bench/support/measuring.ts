import { cpus, totalmem } from "node:os";
import Database from "better-sqlite3";

/** A row of a table of figures: what was measured, and the floor that was measured in the same run, if there is one. */
export interface Figure {
  what: string;
  /** Milliseconds, in the order in which they were taken. */
  times: readonly number[];
  /** What the machine itself takes for the same, one for each of `times` where the two were taken in turns. */
  floor?: readonly number[];
}

/** True where a quick look is wanted: fewer repetitions and smaller cases. */
export const IS_SMALL = process.argv.includes("--small") || process.env.SOURCELINE_BENCH === "small";

/** Prints what a benchmark measures, and the machine it runs on. */
export function introduce(title: string): void {
  const database = new Database(":memory:");
  const sqlite = database.prepare("SELECT sqlite_version()").pluck().get();
  database.close();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  console.log(`\n${title}${IS_SMALL ? " (small run)" : ""}`);
  console.log(
    `${cpus().length} cores, ${gibibytes} GiB of memory, ${process.platform} ${process.arch}, Node ${process.versions.node}, SQLite ${sqlite}, ${new Date().toISOString().slice(0, 10)}`,
  );
}

/** Prints figures as a table: milliseconds, and how many times the floor they are. */
export function printFigures(figures: readonly Figure[]): void {
  const head = ["milliseconds", "n", "p50", "p95", "middle half", "floor p50", "times the floor"];
  printTable(head, figures.map(cellsOf));
}

/** Prints a table; the first column is aligned to the left, the others to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  console.log();
  for (const row of [head, ...rows]) console.log(line(row).join("  "));
}

/** How long something takes, in milliseconds. */
export async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** Does two things in turns, so that whatever else the machine does troubles both alike, and gives the times of each. */
export async function inTurns(
  count: number,
  act: (turn: number) => unknown,
  floor: (turn: number) => unknown,
): Promise<{ times: number[]; floor: number[] }> {
  const taken: { times: number[]; floor: number[] } = { times: [], floor: [] };
  for (let turn = 0; turn < count; turn++) {
    taken.times.push(await timed(() => act(turn)));
    taken.floor.push(await timed(() => floor(turn)));
  }
  return taken;
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** A number with three figures that mean something. */
export function inFigures(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(4, digits));
}

function cellsOf({ what, times, floor }: Figure): string[] {
  return [
    what,
    String(times.length),
    inFigures(quantile(times, 0.5)),
    inFigures(quantile(times, 0.95)),
    middleHalf(times),
    floor ? inFigures(quantile(floor, 0.5)) : "",
    floor ? ratioOf(times, floor) : "",
  ];
}

/** The ratio of the medians, and the middle half of the ratios of each turn where the two were taken in turns. */
function ratioOf(times: readonly number[], floor: readonly number[]): string {
  const ratio = quantile(times, 0.5) / quantile(floor, 0.5);
  const ratios = times.flatMap((time, turn) => (floor[turn] ? [time / floor[turn]] : []));
  return times.length === floor.length ? `${inFigures(ratio)} (${middleHalf(ratios)})` : inFigures(ratio);
}

function middleHalf(values: readonly number[]): string {
  return `${inFigures(quantile(values, 0.25))}–${inFigures(quantile(values, 0.75))}`;
}
