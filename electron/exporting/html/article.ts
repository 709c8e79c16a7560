import { blocksOf } from "#domain/text/canonical.ts";
import { type BlockKind, kindsOf, type TextStructure } from "#domain/text/structure.ts";
import { STANCES } from "#domain/vocabulary/claims.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import type { Reference, ReportContent } from "../report/reported.ts";
import { linesOf, type Passage, passagesIn, type Segment } from "../report/segments.ts";
import { chainInWords, referenceInWords, verdictInWords } from "../report/words.ts";
import { type MarginRow, marginGroups, textHeight } from "./margin.ts";
import { html, type Markup } from "./markup.ts";

/**
 * An article with its whole text. The text stands in one element, paragraph after paragraph with the line breaks between
 * them, and the words of that element without its reference numbers (`sup`) are the canonical text, character for
 * character, so that its hash can be taken from the file.
 */
export function* annotatedArticle(
  content: ReportContent,
  reference: Reference,
  { text, structure }: { text: string; structure: TextStructure },
): Generator<string> {
  const { article, number } = reference;
  const blocks = blocksOf(text);
  const kinds = kindsOf(blocks, structure);
  const passages = passagesIn(content, article.id);
  yield html`<section class="annotated" aria-labelledby="article-${number}">
<h3 id="article-${number}" dir="auto"${lang(article.language)}>${article.title || "Untitled"} <small dir="ltr">${referenceInWords(reference).rest}, <a href="#reference-${number}">reference ${number}</a></small></h3>
<div class="article" style="grid-template-rows:repeat(${blocks.length},auto) 1fr">
<div class="text" data-article="${article.id}" data-text-sha256="${article.textSha256}"${lang(article.language)}>`.text;
  const rows: MarginRow[] = [];
  let written = 0;
  for (const line of linesOf(text, passages)) {
    yield text.slice(written, line.start);
    const { name, look } = ELEMENTS[kinds[rows.length]?.kind ?? "paragraph"];
    rows.push({ height: textHeight(line.end - line.start), passages: line.beginning });
    yield html`<${name} class="line${look}" dir="auto" style="grid-row:${rows.length}">${line.segments.map((segment) => drawn(segment, text))}</${name}>`
      .text;
    written = line.end;
  }
  yield text.slice(written);
  yield '</div>\n<div class="margin">';
  for (const group of marginGroups(rows)) {
    yield html`<ul class="cards" style="grid-row:${group.from} / ${group.until}">${group.passages.map(card)}</ul>`.text;
  }
  yield "</div>\n</div>\n</section>\n";
}

/** How lines of each kind are drawn: by their element and the class that it has besides. */
const ELEMENTS: Record<BlockKind, { name: Markup; look: string }> = {
  paragraph: { name: html`p`, look: "" },
  heading: { name: html`h4`, look: " heading" },
  "list-item": { name: html`p`, look: " item" },
  quote: { name: html`p`, look: " quote" },
  "table-row": { name: html`p`, look: " row" },
  caption: { name: html`p`, look: " small" },
  credit: { name: html`p`, look: " small" },
};

/** The attribute that names a language, where it is known. */
export function lang(language: string | null): Markup | null {
  return language === null ? null : html` lang="${language}"`;
}

/** The number of a claim after its words: `C3`, or `C3…` and `…C3` where the passage is in parts. */
export function claimPointer({ claim, part, parts }: Passage): string {
  return `${part > 0 ? "…" : ""}C${claim.number}${part < parts - 1 ? "…" : ""}`;
}

function drawn({ start, end, passages, ending }: Segment, text: string): Markup {
  const words = text.slice(start, end);
  if (passages.length === 0) return html`${words}`;
  const places = passages.map(({ span }) => `${span.id} ${span.start} ${span.end}`).join("; ");
  const claims = passages.filter(({ span }) => span.role === "content");
  const first = claims[0];
  const numbers = html`${ending.map((passage) => html`<sup dir="ltr"><a href="#claim-${passage.claim.number}">${claimPointer(passage)}</a></sup>`)}`;
  if (!first) {
    const kind = passages.some(({ span }) => span.role === "cue") ? "cue" : "named";
    return html`<span class="${kind}" data-passages="${places}">${words}</span>`;
  }
  const distinct = new Set(claims.map(({ claim }) => claim.number));
  const crossed = distinct.size > 1 ? " crossed" : "";
  return html`<mark class="v-${first.claim.verdict}${crossed}" data-passages="${places}">${words}</mark>${numbers}`;
}

function card({ claim, attribution }: Passage): Markup {
  const stance = termOf(STANCES, attribution.attribution.stance).label.toLowerCase();
  return html`<li class="card v-${claim.verdict}"><a href="#claim-${claim.number}"><b>C${claim.number}</b> <bdi>${claim.claim.statement}</bdi></a><br><b>${verdictInWords(claim.verdict)}</b> · ${stance}<br><bdi>${chainInWords(attribution)}</bdi></li>`;
}
