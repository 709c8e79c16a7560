import type { ReportFields } from "#domain/nouns/report.ts";
import type { CaseReader, Occasion } from "../case-data.ts";
import { gatherReport } from "../report/content.ts";
import { dateInWords, momentInWords } from "../report/dates.ts";
import { entriesAbout, entryInWords } from "../report/journal.ts";
import type { Reference, ReportContent, ReportedLink, ReportedSource } from "../report/reported.ts";
import {
  countOf,
  countsInWords,
  FIRST_HOPS_NOTE,
  factsInWords,
  gradeInWords,
  gradesThenInWords,
  HEADINGS,
  judgementsOf,
  KIND,
  madeFromInWords,
  proseParts,
  referenceInWords,
  sourceKindInWords,
  termsUsed,
} from "../report/words.ts";
import { annotatedArticle, lang } from "./article.ts";
import { claimsSection } from "./claims.ts";
import { html, Markup } from "./markup.ts";
import { STYLE } from "./style.ts";

/**
 * The report as one HTML file: no script, nothing fetched, and every passage with its article, place and hash, so that
 * the file can be held against the case. Texts are read one at a time.
 */
export function* htmlReport(reader: CaseReader, fields: ReportFields, occasion: Occasion): Generator<string> {
  const content = gatherReport(reader, fields, occasion);
  const has = (section: ReportFields["sections"][number]) => fields.sections.includes(section);
  yield documentHead(content).text;
  if (has("judgements")) yield judgements(content).text;
  yield sourcing(content).text;
  if (has("claims")) yield* claimsSection(content);
  if (has("articles")) yield* articles(reader, content);
  if (has("sources")) yield sources(content).text;
  if (has("references")) yield references(content).text;
  if (has("method")) yield method(content).text;
  if (has("journal")) yield* journal(reader, content);
  if (has("hashes")) yield hashes(content).text;
  yield documentFoot(content).text;
}

const GENERATOR = "Sourceline";

function documentHead(content: ReportContent): Markup {
  const { fields, occasion } = content;
  const sections = fields.sections.filter((section) => section !== "judgements" || judgementsOf(content).length > 0);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="generator" content="${GENERATOR} ${occasion.version}"><title>${fields.title} – ${KIND.toLowerCase()}</title>
<style>${new Markup(STYLE)}</style></head>
<body><a class="skip" href="#main">Skip to the report</a>
<div class="page">
<header class="head"><div><p class="kind">${KIND}</p><h1 dir="auto">${fields.title}</h1></div><div class="stamp">Prepared by <bdi>${occasion.author}</bdi><br><time datetime="${occasion.at}">${momentInWords(occasion.at)}</time><br>${countsInWords(content)}</div></header>
<nav class="contents" aria-label="Contents"><ul>${sections.map((section) => html`<li><a href="#${section}">${HEADINGS[section]}</a></li>`)}</ul></nav>
<main id="main">
`;
}

function judgements(content: ReportContent): Markup {
  const lines = judgementsOf(content);
  if (lines.length === 0) return html``;
  return html`<section aria-labelledby="judgements"><h2 id="judgements">${HEADINGS.judgements}</h2><ol class="judgements">
${lines.map((line, index) => html`<li><b>${index + 1}</b><p dir="auto">${prose(line, content)}</p></li>\n`)}</ol></section>\n`;
}

function sourcing(content: ReportContent): Markup {
  const { sourcingSummary } = content.fields;
  return html`<div class="lack" role="note">${
    sourcingSummary
      ? html`<p class="prose" dir="auto"><b>Sourcing in short.</b> ${prose(sourcingSummary, content)}</p>`
      : null
  }<p><b>Counted from the case.</b> ${factsInWords(content.facts)}</p></div>\n`;
}

/** The words of an analyst, with pointers to claims and references as links. */
function prose(text: string, content: ReportContent): Markup {
  return html`${proseParts(text, content).map((part) => {
    if ("text" in part) return part.text;
    return "claim" in part
      ? html`<sup dir="ltr"><a href="#claim-${part.claim}">C${part.claim}</a></sup>`
      : html`<sup dir="ltr"><a href="#reference-${part.reference}">${part.reference}</a></sup>`;
  })}`;
}

function* articles(reader: CaseReader, content: ReportContent): Generator<string> {
  yield html`<section aria-labelledby="articles"><h2 id="articles">${HEADINGS.articles} <small>whole texts; a number after marked words leads to the claim</small></h2>\n`
    .text;
  if (content.references.length === 0) yield "<p>There is no article in the report.</p>\n";
  for (const reference of content.references) {
    const { textSha256 } = reference.article;
    yield* annotatedArticle(content, reference, {
      text: reader.text(textSha256),
      structure: reader.structure(textSha256),
    });
  }
  yield "</section>\n";
}

function sources(content: ReportContent): Markup {
  return html`<section aria-labelledby="sources"><h2 id="sources">${HEADINGS.sources} <small>${countOf(content.sources.length, "source")}</small></h2>
<div class="scroll"><table><thead><tr><th scope="col">Source</th><th scope="col">Kind</th><th scope="col">Grade</th><th scope="col">Access and interest</th><th scope="col">Claims</th></tr></thead><tbody>
${content.sources.map(sourceRow)}</tbody></table></div></section>\n`;
}

function sourceRow(reported: ReportedSource): Markup {
  const { number, source, aliases, parent, grade, claims } = reported;
  const then = gradesThenInWords(reported);
  return html`<tr id="source-${number}"><th scope="row"><b><bdi>${source.name}</bdi></b>${
    aliases.length > 0 ? html`<div class="why">also <bdi>${aliases.join(", ")}</bdi></div>` : null
  }${parent ? html`<div class="why">belongs to <bdi>${parent}</bdi></div>` : null}</th><td>${sourceKindInWords(reported)}</td><td>${
    grade ? html`<b>${grade.letter}</b> ` : null
  }${gradeInWords(reported)}${then ? html`<div class="why">${then}</div>` : null}</td><td><span class="prose" dir="auto">${source.descriptor}</span>${
    grade?.rationale ? html`<div class="why" dir="auto">Graded so: ${grade.rationale}</div>` : null
  }</td><td>${claims.map((claim, index) => html`${index > 0 ? " " : null}<a href="#claim-${claim}">C${claim}</a>`)}</td></tr>\n`;
}

function references(content: ReportContent): Markup {
  return html`<section aria-labelledby="references"><h2 id="references">${HEADINGS.references}</h2><ol class="references">
${content.references.map((reference) => referenceEntry(reference))}</ol></section>\n`;
}

function referenceEntry(reference: Reference): Markup {
  const { article, number } = reference;
  const { author, rest } = referenceInWords(reference);
  return html`<li id="reference-${number}"><b>${number}</b><div>${author ? html`<bdi>${author}</bdi>, ` : null}“<bdi${lang(article.language)}>${article.title || "untitled"}</bdi>”, <bdi>${rest}</bdi>. ${
    article.url ? html`${address(article.url)}, accessed` : "Brought in"
  } ${dateInWords(article.collectedAt.slice(0, 10))}. <span class="hash">SHA-256 ${article.textSha256}</span>${reference.madeFrom.map(madeFrom)}</div></li>\n`;
}

function madeFrom(reported: ReportedLink): Markup {
  const { before, after } = madeFromInWords(reported);
  const other = reported.number
    ? html`<a href="#reference-${reported.number}">${reported.number}</a>`
    : html`“<bdi>${reported.title || "untitled"}</bdi>”`;
  return html`<div class="why">${before}${other}<bdi>${after}</bdi></div>`;
}

/** An address as a link where it leads to the web, and as mere text where it is anything else. */
function address(url: string): Markup {
  const isWeb = URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
  return isWeb ? html`<a href="${url}" rel="noopener noreferrer"><bdi>${url}</bdi></a>` : html`<bdi>${url}</bdi>`;
}

function method(content: ReportContent): Markup {
  const { methodAndLimits } = content.fields;
  return html`<section aria-labelledby="method"><h2 id="method">${HEADINGS.method}</h2>
${methodAndLimits ? html`<p class="prose" dir="auto">${prose(methodAndLimits, content)}</p>` : null}
<p>${FIRST_HOPS_NOTE}</p>
<h3>${HEADINGS.terms}</h3>
${termsUsed(content).map(
  ({ title, terms }) =>
    html`<h4 class="terms-title">${title}</h4><dl class="terms">${terms.map((term) => html`<dt>${term.code.length === 1 ? `${term.code} ` : null}${term.label}</dt><dd>${term.definition}</dd>`)}</dl>\n`,
)}</section>\n`;
}

function* journal(reader: CaseReader, content: ReportContent): Generator<string> {
  yield html`<section class="journal" aria-labelledby="journal"><h2 id="journal">${HEADINGS.journal} <small>what was done to the claims of this report</small></h2>
<div class="scroll"><table><thead><tr><th scope="col">Entry</th><th scope="col">When (UTC)</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Hash</th></tr></thead><tbody>\n`
    .text;
  for (const entry of entriesAbout(reader, content)) {
    yield html`<tr><td class="num">${entry.sequence}</td><td class="num">${entry.at.slice(0, 19).replace("T", " ")}</td><td><bdi>${entry.author}</bdi></td><td dir="auto">${entryInWords(entry)}</td><td class="hash">${entry.hash}</td></tr>\n`
      .text;
  }
  yield "</tbody></table></div></section>\n";
}

function hashes(content: ReportContent): Markup {
  return html`<section aria-labelledby="hashes"><h2 id="hashes">${HEADINGS.hashes} <small>SHA-256</small></h2>
<div class="scroll"><table><thead><tr><th scope="col">Ref.</th><th scope="col">Kept</th><th scope="col">Hash</th></tr></thead><tbody>
${content.references.map(
  ({ number, article }) =>
    html`<tr><td class="num">${number}</td><th scope="row">text</th><td class="hash">${article.textSha256}</td></tr>
<tr><td class="num">${number}</td><th scope="row">original, <bdi>${article.originalName}</bdi></th><td class="hash">${article.originalSha256}</td></tr>\n`,
)}<tr><td></td><th scope="row">journal, entry ${content.head.sequence}</th><td class="hash">${content.head.hash}</td></tr>
</tbody></table></div></section>\n`;
}

function documentFoot(content: ReportContent): Markup {
  return html`</main>
<footer class="lack"><p>Made with Sourceline ${content.occasion.version} from the case “<bdi>${content.information.name}</bdi>”. Hold this file against the case with <span class="hash">sourceline check CASE.sourceline --report THIS-FILE.html</span>: the hash, place and words of every passage are compared. Verdicts, rationales and judgements are the analyst’s and are not covered by that check.</p></footer>
</div></body></html>
`;
}
