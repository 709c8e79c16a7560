import { once } from "node:events";
import type { Progress } from "#domain/contract/base.ts";

/** What a command says, and to whom: its results to stdout, everything else to stderr. */
export interface Output {
  /** True where results are wanted as JSON. */
  readonly json: boolean;
  /** Gives the result: `value` as JSON, or the lines for people. */
  give(value: unknown, lines: readonly string[]): Promise<void>;
  /** Says a sentence. */
  say(sentence: string): void;
  /** Shows how far long work has come. */
  progress(progress: Progress): void;
  /** Takes the line of progress away. */
  settle(): void;
}

/** Speaks by the streams of this process. */
export function standardOutput(json: boolean, wantsProgress: boolean): Output {
  const redraws = process.stderr.isTTY;
  let isDrawn = false;
  const settle = () => {
    if (isDrawn) process.stderr.write("\r\x1b[K");
    isDrawn = false;
  };
  return {
    json,
    async give(value, lines) {
      settle();
      const text = json ? JSON.stringify(value, null, 2) : lines.join("\n");
      if (text !== "" && !process.stdout.write(`${text}\n`) && !process.stdout.destroyed) {
        await Promise.race([once(process.stdout, "drain"), once(process.stdout, "close")]);
      }
    },
    say(sentence) {
      settle();
      process.stderr.write(`${printable(sentence)}\n`);
    },
    progress({ done, total, what }) {
      if (!redraws && !wantsProgress) return;
      const line = printable(`${total === null ? done : `${done} of ${total}`} ${what}`.trimEnd());
      if (redraws) {
        const width = process.stderr.columns ?? 80;
        process.stderr.write(`\r\x1b[K${shortenedTo(line, width - 1)}`);
        isDrawn = true;
      } else {
        process.stderr.write(`${line}\n`);
      }
    },
    settle,
  };
}

/**
 * Whoever reads our output may stop reading (`| head`). That is no failure; what is written afterwards is for nobody.
 */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      stream.destroy();
    });
  }
}

/**
 * Text as it can be shown in a terminal. Articles are hostile: a control character could move the cursor, set the
 * title or hide what stands there, and an override of direction could turn it round.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (letter) => (letter === "\t" ? " " : "\ufffd"));
}

/** A column of a table: its head, and what stands in it. */
export interface Column<Row> {
  head: string;
  of: (row: Row) => string | number | null;
  /** Cells longer than this are cut; ids and names for programs never are. */
  longest?: number;
}

/** Lines of a table with aligned columns. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const cells = [
    columns.map((column) => column.head),
    ...rows.map((row) =>
      columns.map(({ of, longest }) => {
        const text = printable(String(of(row) ?? "–"));
        return longest === undefined ? text : shortenedTo(text, longest);
      }),
    ),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => widthOf(line[index] ?? ""))));
  return cells.map((line) =>
    line
      .map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** Lines that show a value with all that is in it, each part under its name. */
export function outline(value: unknown, indent = ""): string[] {
  if (typeof value !== "object" || value === null)
    return String(value ?? "–")
      .split("\n")
      .map((line) => indent + printable(line));
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = outline(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value).flatMap(([name, part]) => {
    const isSimple = typeof part !== "object" || part === null;
    if (isSimple && !String(part).includes("\n")) return [`${indent}${name}: ${printable(String(part ?? "–"))}`];
    if (Array.isArray(part) && part.length === 0) return [`${indent}${name}: none`];
    return [`${indent}${name}:`, ...outline(part, `${indent}  `)];
  });
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many columns a text takes: characters as people count them. */
function widthOf(text: string): number {
  return [...graphemes.segment(text)].length;
}

function shortenedTo(text: string, longest: number): string {
  const letters = [...graphemes.segment(text)];
  if (letters.length <= longest) return text;
  return `${letters
    .slice(0, Math.max(0, longest - 1))
    .map((letter) => letter.segment)
    .join("")}…`;
}
