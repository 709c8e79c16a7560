import type { Span } from "#domain/nouns/span.ts";
import { blocksOf } from "#domain/text/canonical.ts";
import type { ReportContent, ReportedAttribution, ReportedClaim } from "./reported.ts";

/** A passage of an article that the report speaks of. */
export interface Passage {
  span: Span;
  claim: ReportedClaim;
  attribution: ReportedAttribution;
  /** Its place among the parts of a discontinuous passage, and how many parts there are. */
  part: number;
  parts: number;
}

/** A piece of text over whose whole length the same passages lie. */
export interface Segment {
  start: number;
  end: number;
  /** In the order of their claims. */
  passages: Passage[];
  /** Passages of claims that end with this piece; their numbers are shown after it. */
  ending: Passage[];
}

/** A paragraph of an article, cut at every boundary of a passage. */
export interface Line {
  start: number;
  end: number;
  segments: Segment[];
  /** Attributions whose words begin here. */
  beginning: Passage[];
}

/** Every passage of the report in one article, by its place in the text. */
export function passagesIn(content: ReportContent, articleId: string): Passage[] {
  const passages: Passage[] = [];
  for (const claim of content.claims) {
    for (const attribution of claim.attributions) {
      if (attribution.attribution.articleId !== articleId) continue;
      const owned = [attribution.content, attribution.cue, ...attribution.chain.map((hop) => hop.spans)];
      for (const spans of owned) {
        spans.forEach((span, part) => {
          passages.push({ span, claim, attribution, part, parts: spans.length });
        });
      }
    }
  }
  return passages.sort(
    (one, other) =>
      one.span.start - other.span.start || other.span.end - one.span.end || one.claim.number - other.claim.number,
  );
}

/**
 * Cuts a text into paragraphs and each paragraph at every boundary of a passage, so that passages that cross, nest, fall
 * apart or run over several paragraphs come out right in a format that can only nest.
 */
export function* linesOf(text: string, passages: readonly Passage[]): Generator<Line> {
  let open: Passage[] = [];
  let next = 0;
  for (const { start, end } of blocksOf(text)) {
    const here: Passage[] = [];
    for (let passage = passages[next]; passage && passage.span.start < end; passage = passages[++next])
      here.push(passage);
    open = [...open.filter(({ span }) => span.end > start), ...here];
    yield {
      start,
      end,
      segments: segmentsOf(start, end, open),
      beginning: here.filter(({ span, part }) => span.role === "content" && part === 0),
    };
  }
}

function segmentsOf(start: number, end: number, passages: readonly Passage[]): Segment[] {
  const cuts = new Set([start, end]);
  for (const { span } of passages) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end;
    const over = passages
      .filter(({ span }) => span.start < to && span.end > from)
      .sort((one, other) => one.claim.number - other.claim.number);
    return {
      start: from,
      end: to,
      passages: over,
      ending: over.filter(({ span }) => span.role === "content" && span.end === to),
    };
  });
}
