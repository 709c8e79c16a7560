import type { Mark } from "#domain/marks/mark.ts";
import type { TextRange } from "#domain/text/range.ts";
import { rangesOverlap } from "#domain/text/range.ts";
import { VERDICT_CODES } from "#domain/vocabulary/verdicts.ts";
import type { DrawnText } from "./drawn-text.ts";

/** Layers of paint, lowest first. Each is a name in `CSS.highlights` with its look in painting.css. */
const LAYERS = [
  ...VERDICT_CODES.map((verdict) => `claim-${verdict}` as const),
  "claim-overlap",
  "chosen",
  "note",
  "source",
  "cue",
  "draft",
  "draft-cue",
  "draft-source",
  "find",
  "found",
] as const;
type Layer = (typeof LAYERS)[number];

export type Paint = Partial<Record<Layer, TextRange[]>>;

/** Which ranges each layer of the marks gets; `chosen` is what the person has opened. */
export function paintOf(marks: readonly Mark[], chosen: string | null): Paint {
  const paint: Paint = {};
  const add = (layer: Layer, range: TextRange) => {
    const ranges = paint[layer];
    if (ranges) ranges.push(range);
    else paint[layer] = [range];
  };
  for (const mark of marks) {
    if (mark.kind === "claim") {
      add(`claim-${mark.verdict ?? "untriaged"}`, mark);
      if (mark.ref === chosen) add("chosen", mark);
    } else {
      add(mark.kind, mark);
      if (mark.kind === "note" && mark.ref === chosen) add("chosen", mark);
    }
  }
  paint["claim-overlap"] = overlapsOf(marks.filter(({ kind }) => kind === "claim"));
  return paint;
}

/** The stretches that two or more ranges share, so that nested and crossing claims are told apart. */
export function overlapsOf(ranges: readonly TextRange[]): TextRange[] {
  const edges = ranges
    .flatMap(({ start, end }) => [
      { at: start, change: 1 },
      { at: end, change: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.change - other.change);
  const shared: TextRange[] = [];
  let depth = 0;
  let from = 0;
  for (const { at, change } of edges) {
    if (depth < 2 && depth + change >= 2) from = at;
    if (depth >= 2 && depth + change < 2 && at > from) shared.push({ start: from, end: at });
    depth += change;
  }
  return shared;
}

/** Puts paint on the drawn text; only what touches the stretches near the viewport is registered. */
export function applyPaint(drawn: DrawnText, near: readonly TextRange[], paint: Paint): void {
  for (const [priority, layer] of LAYERS.entries()) {
    const ranges: StaticRange[] = [];
    for (const range of paint[layer] ?? []) {
      for (const stretch of near) {
        if (!rangesOverlap(range, stretch)) continue;
        const clipped = { start: Math.max(range.start, stretch.start), end: Math.min(range.end, stretch.end) };
        const registered = drawn.staticRangeOf(clipped);
        if (registered) ranges.push(registered);
      }
    }
    if (ranges.length === 0) {
      CSS.highlights.delete(layer);
      continue;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(layer, highlight);
  }
}

/** Takes all paint away. */
export function clearPaint(): void {
  for (const layer of LAYERS) CSS.highlights.delete(layer);
}
