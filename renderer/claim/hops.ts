import type { HopView } from "#domain/contract/claims.ts";
import type { SourceMatch } from "#domain/contract/sources.ts";
import type { HopInput } from "#domain/nouns/attribution.ts";
import type { TextRange } from "#domain/text/range.ts";
import { joinRanges } from "#domain/text/range.ts";
import type { Reliability } from "#domain/vocabulary/admiralty.ts";
import type { Access, SourceKind } from "#domain/vocabulary/sources.ts";

/** A hop while it is edited. */
export interface DraftHop {
  /** Tells the hop from the others of its chain for as long as it is edited. */
  key: string;
  /** The id of its source; null where the source is named on the fly. */
  sourceId: string | null;
  name: string;
  /** What kind of source a new one is. */
  kind: SourceKind;
  grade: Reliability | null;
  access: Access;
  groupSize: number | null;
  ranges: TextRange[];
}

/** A hop of the registry's source. */
export function hopOf(source: Pick<SourceMatch, "id" | "name" | "kind" | "grade">): DraftHop {
  return {
    key: crypto.randomUUID(),
    sourceId: source.id,
    name: source.name,
    kind: source.kind,
    grade: source.grade,
    access: "unknown",
    groupSize: null,
    ranges: [],
  };
}

/** A hop of a source that is named on the fly. */
export function newHop(name: string, ranges: TextRange[] = []): DraftHop {
  return {
    key: crypto.randomUUID(),
    sourceId: null,
    name: name.replace(/\s+/g, " ").trim(),
    kind: "other",
    grade: null,
    access: "unknown",
    groupSize: null,
    ranges,
  };
}

/** A saved hop, to be edited. */
export function draftOf(hop: HopView): DraftHop {
  return {
    key: hop.id,
    sourceId: hop.sourceId,
    name: hop.name,
    kind: hop.kind,
    grade: hop.grade,
    access: hop.access,
    groupSize: hop.groupSize,
    ranges: hop.spans.map(({ start, end }) => ({ start, end })),
  };
}

/** The hop as the workbench takes it. */
export function hopInput({ sourceId, name, kind, access, groupSize, ranges }: DraftHop): HopInput {
  return { source: sourceId === null ? { name, kind } : { id: sourceId }, access, groupSize, ranges };
}

/**
 * The chain with one more hop. It stands before the article's own outlet, which is always last; a source that is in
 * the chain already is only given the words.
 */
export function withHop(chain: readonly DraftHop[], hop: DraftHop, outletId: string | null): DraftHop[] {
  const same = chain.find((other) =>
    hop.sourceId === null ? other.name.toLowerCase() === hop.name.toLowerCase() : other.sourceId === hop.sourceId,
  );
  if (same) {
    const ranges = joinRanges([...same.ranges, ...hop.ranges]);
    return chain.map((other) => (other === same ? { ...other, ranges } : other));
  }
  const last = chain.at(-1);
  const position = last && last.sourceId !== null && last.sourceId === outletId ? chain.length - 1 : chain.length;
  return chain.toSpliced(position, 0, hop);
}

/** The chain with a hop moved to another place. */
export function moved(chain: readonly DraftHop[], from: number, to: number): DraftHop[] {
  const hop = chain[from];
  if (!hop || to < 0 || to >= chain.length) return [...chain];
  return chain.toSpliced(from, 1).toSpliced(to, 0, hop);
}
