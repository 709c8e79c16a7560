import type { Span } from "#domain/nouns/span.ts";
import { momentInWords, publishedInWords } from "../report/dates.ts";
import type {
  ReportContent,
  ReportedAttribution,
  ReportedClaim,
  ReportedEvidence,
  ReportedHop,
  Side,
} from "../report/reported.ts";
import {
  CAPTURED_NOTE,
  countOf,
  credibilityInWords,
  estimateInWords,
  evidenceInWords,
  FIRST_HOPS_NOTE,
  fieldsInWords,
  HEADINGS,
  hopInWords,
  mannerInWords,
  verdictInWords,
} from "../report/words.ts";
import { lang } from "./article.ts";
import { html, type Markup } from "./markup.ts";

/** The claims: a table of those that are assessed, a list of those that are only captured, and how each reached us. */
export function* claimsSection(content: ReportContent): Generator<string> {
  const assessed = content.claims.filter(({ assessment }) => assessment !== null);
  const captured = content.claims.filter(({ assessment }) => assessment === null);
  yield html`<section aria-labelledby="claims"><h2 id="claims">${HEADINGS.claims} <small>${countOf(content.claims.length, "claim")}, ${assessed.length} assessed</small></h2>\n`
    .text;
  if (content.claims.length === 0) yield "<p>The report speaks of no claims.</p>\n";
  if (assessed.length > 0) {
    yield html`<div class="scroll"><table><caption>${FIRST_HOPS_NOTE}</caption><thead><tr><th scope="col">No.</th><th scope="col">Claim</th><th scope="col">Verdict</th><th scope="col"><abbr title="Credibility of the information, 1 to 6">Cred.</abbr></th><th scope="col">First hops</th></tr></thead><tbody>\n`
      .text;
    for (const claim of assessed) yield assessedRow(claim).text;
    yield "</tbody></table></div>\n";
  }
  if (captured.length > 0) {
    yield html`<h3 id="captured">${HEADINGS.captured}</h3><p class="fields">${CAPTURED_NOTE}</p>
<div class="scroll"><table><thead><tr><th scope="col">No.</th><th scope="col">Claim</th><th scope="col">First hops</th></tr></thead><tbody>\n`
      .text;
    for (const claim of captured) {
      yield html`<tr>${numberAndStatement(claim)}<td class="num">${firstHopsCell(claim)}</td></tr>\n`.text;
    }
    yield "</tbody></table></div>\n";
  }
  yield "</section>\n";
  if (content.claims.length === 0) return;
  yield html`<section aria-labelledby="reach"><h2 id="reach">${HEADINGS.reach}</h2>\n`.text;
  for (const claim of content.claims) yield claimInFull(claim).text;
  yield "</section>\n";
}

function assessedRow(reported: ReportedClaim): Markup {
  const { assessment, verdict } = reported;
  if (!assessment) return html``;
  return html`<tr>${numberAndStatement(
    reported,
    html`${assessment.rationale ? html`<div class="why" dir="auto">${assessment.rationale}</div>` : null}${warnings(reported)}`,
  )}<td class="verdict v-${verdict}">${verdictInWords(verdict)}</td><td class="num">${assessment.credibility ?? "–"}</td><td class="num">${firstHopsCell(reported)}</td></tr>\n`;
}

function numberAndStatement({ claim, number }: ReportedClaim, below: Markup | null = null): Markup {
  return html`<td class="number">C${number}</td><th scope="row"><div class="statement" dir="auto"><a href="#claim-${number}">${claim.statement}</a></div>${below}</th>`;
}

/** What a reader must know before trusting the verdict. */
function warnings({ assessment, stale, attributions }: ReportedClaim): Markup {
  const denials = attributions.filter(({ side }) => side === "against").length;
  return html`${(assessment?.overridden ?? []).map((guard) => html`<div class="warn">Given although: ${guard}</div>`)}${stale.map((reason) => html`<div class="warn">Stale: ${reason}</div>`)}${
    denials > 0 ? html`<div class="warn">Denied in ${countOf(denials, "place")}.</div>` : null
  }`;
}

function firstHopsCell({ firstHops }: ReportedClaim): Markup {
  const parties = firstHops.filter((hop) => hop.party).length;
  return html`${firstHops.length}${parties > 0 ? html`<div class="why">${countOf(parties, "party", "parties")}</div>` : null}`;
}

function claimInFull(reported: ReportedClaim): Markup {
  const { claim, number, verdict, assessment } = reported;
  return html`<section class="v-${verdict}" aria-labelledby="claim-${number}">
<h3 id="claim-${number}" dir="auto"><b>C${number}</b>${claim.statement}</h3>
<p class="fields">${assessment ? html`<span class="verdict">${verdictInWords(verdict)}</span>${assessment.credibility ? ` · credibility ${credibilityInWords(assessment.credibility)}` : null} · ` : html`<span class="verdict">${verdictInWords("untriaged")}</span> · `}<bdi>${fieldsInWords(reported)}</bdi></p>
${estimate(reported)}${methods(reported)}${reported.firstHops.length > 0 ? html`<p class="fields">First hops: ${reported.firstHops.map((hop, index) => html`${index > 0 ? ", " : null}<bdi>${hop.name}</bdi>${hop.party ? " (party)" : null}`)}.</p>` : null}
${side(reported, "for", "Said by")}${side(reported, "against", "Denied by, counted apart")}${side(reported, "nowhere", "Spoken of, counting for nobody")}${
  reported.attributions.length === 0 ? html`<p class="fields">No passage of an article carries it.</p>` : null
}${reported.evidence.length > 0 ? html`<p class="side">Evidence</p><ul class="evidence">${reported.evidence.map(evidence)}</ul>` : null}${history(reported)}
</section>\n`;
}

function estimate(reported: ReportedClaim): Markup | null {
  const words = estimateInWords(reported);
  return words ? html`<p class="fields">${words}</p>\n` : null;
}

function methods({ assessment }: ReportedClaim): Markup | null {
  return assessment?.methods ? html`<p class="fields prose" dir="auto">Tried: ${assessment.methods}</p>\n` : null;
}

function side(reported: ReportedClaim, which: Side, title: string): Markup | null {
  const attributions = reported.attributions.filter((attribution) => attribution.side === which);
  if (attributions.length === 0) return null;
  return html`<p class="side">${title}</p>\n<ol class="attributions">${attributions.map((attribution) => attributionInFull(attribution))}</ol>\n`;
}

function attributionInFull(reported: ReportedAttribution): Markup {
  const { reference, chain, content, cue, attribution } = reported;
  const { article, number, outlet } = reference;
  const namings = chain.flatMap((hop) => hop.spans);
  return html`<li><div class="where"><a href="#reference-${number}">[${number}]</a> <bdi>${outlet ?? article.title}</bdi>, ${publishedInWords(article)} · ${mannerInWords(reported)}</div>
${chain.length > 0 ? html`<ol class="chain" aria-label="Chain, first hop first">${chain.map((hop, index) => chainHop(hop, index))}</ol>` : html`<p class="fields">The article says it in its own voice and names nobody.</p>`}
<blockquote dir="auto"${lang(article.language)}>${content.map((span, index) => html`${index > 0 ? " … " : null}${passage(span, reported)}`)}</blockquote>
${cue.length > 0 || namings.length > 0 ? html`<div class="cues">${cue.length > 0 ? html`in the words ${cue.map((span) => html`${passage(span, reported)} `)}` : null}${namings.length > 0 ? html`named as ${namings.map((span) => html`${passage(span, reported)} `)}` : null}</div>` : null}${
  attribution.comment ? html`<p class="fields prose" dir="auto">${attribution.comment}</p>` : null
}</li>\n`;
}

/** The words of a passage with all that is needed to find them again. */
function passage(span: Span, { reference: { article } }: ReportedAttribution): Markup {
  return html`<q dir="auto"${lang(article.language)} data-passage="${span.id}" data-article="${article.id}" data-start="${span.start}" data-end="${span.end}" data-text-sha256="${article.textSha256}">${span.exact}</q>`;
}

function chainHop(hop: ReportedHop, index: number): Markup {
  return html`<li>${index > 0 ? html`<span class="arrow">→ </span>` : null}<span class="hop"><bdi>${hop.source.name}</bdi><small>${hopInWords(hop, index)}</small></span></li>`;
}

function evidence(reported: ReportedEvidence): Markup {
  const { name, claim, reference } = reported;
  const target = claim !== null ? `#claim-${claim}` : reference !== null ? `#reference-${reference}` : null;
  return html`<li>${evidenceInWords(reported)}: ${target ? html`<a href="${target}"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}${
    reported.evidence.comment ? html` · <span class="why" dir="auto">${reported.evidence.comment}</span>` : null
  }</li>`;
}

function history({ history: assessments, assessment }: ReportedClaim): Markup | null {
  if (!assessment) return null;
  return html`<p class="side">History of the verdict</p><ol class="history">${assessments.map(
    (one) =>
      html`<li><span class="num">${momentInWords(one.assessedAt)}</span>, <bdi>${one.author}</bdi>: ${verdictInWords(one.verdict)}${one.credibility ? `, credibility ${one.credibility}` : null}, on ${countOf(one.basis.firstHops, "first hop")}${one === assessment || !one.rationale ? null : html`. <span dir="auto">${one.rationale}</span>`}</li>`,
  )}</ol>`;
}
