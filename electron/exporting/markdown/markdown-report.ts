import type { ReportFields } from "#domain/nouns/report.ts";
import type { CaseReader, Occasion } from "../case-data.ts";
import { claimPointer } from "../html/article.ts";
import { gatherReport } from "../report/content.ts";
import { dateInWords, momentInWords, publishedInWords } from "../report/dates.ts";
import { entriesAbout, entryInWords } from "../report/journal.ts";
import type {
  Reference,
  ReportContent,
  ReportedAttribution,
  ReportedClaim,
  ReportedLink,
  ReportedSource,
} from "../report/reported.ts";
import { linesOf, passagesIn, type Segment } from "../report/segments.ts";
import {
  CAPTURED_NOTE,
  chainInWords,
  countOf,
  countsInWords,
  estimateInWords,
  evidenceInWords,
  FIRST_HOPS_NOTE,
  factsInWords,
  fieldsInWords,
  gradeInWords,
  gradesThenInWords,
  HEADINGS,
  judgementsOf,
  KIND,
  madeFromInWords,
  mannerInWords,
  proseParts,
  referenceInWords,
  sourceKindInWords,
  termsUsed,
  verdictInWords,
} from "../report/words.ts";
import { escapeMarkdown as escaped } from "./escape.ts";

/** The heading of the table at the end, from which the file is held against the case. */
export const PASSAGE_TABLE = "| Passage | Ref. | Article | Start | End | Text SHA-256 | Words |";

/**
 * The report as GitHub-flavoured Markdown. Text from articles is escaped throughout, so that every tag in the file is
 * ours; the texts of articles stand between comments, one paragraph a quoted line, and can be read back exactly.
 */
export function* markdownReport(reader: CaseReader, fields: ReportFields, occasion: Occasion): Generator<string> {
  const content = gatherReport(reader, fields, occasion);
  const has = (section: ReportFields["sections"][number]) => fields.sections.includes(section);
  yield `# ${escaped(fields.title)}\n\n${KIND}. Prepared by ${escaped(occasion.author)}, ${momentInWords(occasion.at)}. ${countsInWords(content)}.\n\n`;
  if (has("judgements")) yield judgements(content);
  if (fields.sourcingSummary) yield `**Sourcing in short.** ${prose(fields.sourcingSummary, content)}\n\n`;
  yield `**Counted from the case.** ${escaped(factsInWords(content.facts))}\n\n`;
  if (has("claims")) yield* claims(content);
  if (has("articles")) yield* articles(reader, content);
  if (has("sources")) yield sources(content);
  if (has("references")) yield references(content);
  if (has("method")) yield method(content);
  if (has("journal")) yield* journal(reader, content);
  if (has("hashes")) yield hashes(content);
  if (has("claims") || has("articles")) yield* passageTable(content);
}

function judgements(content: ReportContent): string {
  const lines = judgementsOf(content);
  if (lines.length === 0) return "";
  return `## ${HEADINGS.judgements}\n\n${lines.map((line, index) => `${index + 1}. ${prose(line, content)}\n`).join("")}\n`;
}

function prose(text: string, content: ReportContent): string {
  const whole = proseParts(text, content)
    .map((part) => {
      if ("text" in part) return part.text.split("\n").map(escaped).join("\n");
      return "claim" in part
        ? pointerToClaim(part.claim)
        : `<sup>[${part.reference}](#reference-${part.reference})</sup>`;
    })
    .join("");
  return whole.replace(/\n+/g, "\n\n");
}

function pointerToClaim(number: number, words = `C${number}`): string {
  return `<sup>[${words}](#claim-${number})</sup>`;
}

function* claims(content: ReportContent): Generator<string> {
  const assessed = content.claims.filter(({ assessment }) => assessment !== null);
  const captured = content.claims.filter(({ assessment }) => assessment === null);
  yield `## ${HEADINGS.claims}\n\n`;
  if (assessed.length > 0) {
    yield row("No.", "Claim", "Verdict", "Cred.", "First hops") + row("---", "---", "---", "---", "---");
    for (const claim of assessed) {
      yield row(
        `[C${claim.number}](#claim-${claim.number})`,
        escaped(claim.claim.statement),
        verdictInWords(claim.verdict),
        claim.assessment?.credibility ?? "–",
        String(claim.firstHops.length),
      );
    }
    yield `\n${FIRST_HOPS_NOTE}\n\n`;
  }
  if (captured.length > 0) {
    yield `### ${HEADINGS.captured}\n\n${CAPTURED_NOTE}\n\n`;
    for (const { number, claim } of captured) yield `- [C${number}](#claim-${number}) ${escaped(claim.statement)}\n`;
    yield "\n";
  }
  yield `## ${HEADINGS.reach}\n\n`;
  for (const claim of content.claims) yield claimInFull(claim);
}

function claimInFull(reported: ReportedClaim): string {
  const { number, claim, verdict, assessment, stale, evidence, attributions } = reported;
  const credibility = assessment?.credibility ? ` Credibility ${assessment.credibility}.` : "";
  const lines = [
    `### <a id="claim-${number}"></a>C${number} ${escaped(claim.statement)}\n`,
    `**${verdictInWords(verdict)}.**${credibility} ${escaped(fieldsInWords(reported))}\n`,
    assessment?.rationale ? `${paragraphs(assessment.rationale)}\n` : "",
    estimateInWords(reported) && `${estimateInWords(reported)}\n`,
    assessment?.methods ? `Tried: ${paragraphs(assessment.methods)}\n` : "",
    ...(assessment?.overridden ?? []).map((guard) => `- △ Given although: ${escaped(guard)}`),
    ...stale.map((reason) => `- △ Stale: ${escaped(reason)}`),
    reported.firstHops.length > 0
      ? `\nFirst hops: ${reported.firstHops.map((hop) => escaped(hop.name)).join(", ")}.\n`
      : "",
    ...said(
      "Said by",
      attributions.filter(({ side }) => side === "for"),
    ),
    ...said(
      "Denied by, counted apart",
      attributions.filter(({ side }) => side === "against"),
    ),
    ...said(
      "Spoken of, counting for nobody",
      attributions.filter(({ side }) => side === "nowhere"),
    ),
    evidence.length > 0 ? "\nEvidence\n" : "",
    ...evidence.map(
      (one) =>
        `- ${evidenceInWords(one)}: ${escaped(one.name)}${one.reference === null ? "" : ` [${one.reference}](#reference-${one.reference})`}${one.evidence.comment ? `. ${escaped(one.evidence.comment)}` : ""}`,
    ),
    reported.history.length > 0 ? "\nHistory of the verdict\n" : "",
    ...reported.history.map(
      (one) =>
        `- ${momentInWords(one.assessedAt)}, ${escaped(one.author)}: ${verdictInWords(one.verdict)}, on ${countOf(one.basis.firstHops, "first hop")}`,
    ),
  ];
  return `${lines.filter(Boolean).join("\n")}\n\n`;
}

function said(title: string, attributions: readonly ReportedAttribution[]): string[] {
  if (attributions.length === 0) return [];
  return [
    `\n${title}\n`,
    ...attributions.map((one) => {
      const { number, outlet, article } = one.reference;
      const words = one.content.map((span) => escaped(span.exact)).join(" … ");
      const comment = one.attribution.comment ? ` (${escaped(one.attribution.comment)})` : "";
      return `- [${number}](#reference-${number}) ${escaped(outlet ?? article.title)}, ${publishedInWords(article)}: ${escaped(chainInWords(one))}. ${mannerInWords(one)}. “${words}”${comment}`;
    }),
  ];
}

function* articles(reader: CaseReader, content: ReportContent): Generator<string> {
  yield `## ${HEADINGS.articles}\n\n`;
  for (const reference of content.references) {
    const { article, number } = reference;
    yield `### ${escaped(article.title || "Untitled")}\n\n${escaped(referenceInWords(reference).rest)}, [reference ${number}](#reference-${number})\n\n`;
    yield `<!-- text ${article.id} ${article.textSha256} -->\n`;
    const text = reader.text(article.textSha256);
    let written = 0;
    for (const line of linesOf(text, passagesIn(content, article.id))) {
      yield ">\n".repeat(countBreaks(text.slice(written, line.start)));
      yield `> ${line.segments.map((segment, index) => drawn(segment, text, index === 0)).join("")}\n`;
      written = line.end;
    }
    yield "<!-- end of text -->\n\n";
  }
}

/** Between two paragraphs of Markdown stands one empty line at least, and one more for every empty line of the text. */
function countBreaks(between: string): number {
  return between.length;
}

function drawn({ start, end, passages, ending }: Segment, text: string, first: boolean): string {
  const raw = text.slice(start, end);
  // What means something at the beginning of a line only is escaped there only.
  const words = first ? escaped(raw) : escaped(`.${raw}`).slice(1);
  const numbers = ending.map((passage) => pointerToClaim(passage.claim.number, claimPointer(passage))).join("");
  return passages.some(({ span }) => span.role === "content") ? `<b>${words}</b>${numbers}` : words;
}

function sources(content: ReportContent): string {
  return `## ${HEADINGS.sources}\n\n${row("Source", "Kind", "Grade", "Access and interest", "Claims")}${row("---", "---", "---", "---", "---")}${content.sources.map(sourceRow).join("")}\n`;
}

function sourceRow(reported: ReportedSource): string {
  const { source, aliases, parent, grade, claims: numbers } = reported;
  const then = gradesThenInWords(reported);
  return row(
    [
      escaped(source.name),
      aliases.length > 0 ? `also ${escaped(aliases.join(", "))}` : "",
      parent ? `belongs to ${escaped(parent)}` : "",
    ]
      .filter(Boolean)
      .join("<br>"),
    sourceKindInWords(reported),
    [grade ? `**${grade.letter}** ${gradeInWords(reported)}` : gradeInWords(reported), then]
      .filter(Boolean)
      .join("<br>"),
    escaped(source.descriptor),
    numbers.map((number) => `[C${number}](#claim-${number})`).join(" "),
  );
}

function references(content: ReportContent): string {
  return `## ${HEADINGS.references}\n\n${content.references.map(referenceEntry).join("")}\n`;
}

function referenceEntry(reference: Reference): string {
  const { article, number } = reference;
  const { author, rest } = referenceInWords(reference);
  const named = `${author ? `${escaped(author)}, ` : ""}“${escaped(article.title || "untitled")}”, ${escaped(rest)}.`;
  const brought = `${article.url ? `${escaped(article.url)}, accessed` : "Brought in"} ${dateInWords(article.collectedAt.slice(0, 10))}.`;
  return `- <a id="reference-${number}"></a>**${number}** ${named} ${brought} SHA-256 \`${article.textSha256}\`\n${reference.madeFrom.map(madeFrom).join("")}`;
}

function madeFrom(reported: ReportedLink): string {
  const { before, after } = madeFromInWords(reported);
  const other = reported.number
    ? `[${reported.number}](#reference-${reported.number})`
    : `“${escaped(reported.title || "untitled")}”`;
  return `  - ${before}${other}${escaped(after)}\n`;
}

function method(content: ReportContent): string {
  const terms = termsUsed(content)
    .map(
      ({ title, terms }) =>
        `${title}\n\n${terms.map((term) => `- **${term.code.length === 1 ? `${term.code} ` : ""}${term.label}**: ${term.definition}\n`).join("")}\n`,
    )
    .join("");
  return `## ${HEADINGS.method}\n\n${content.fields.methodAndLimits ? `${prose(content.fields.methodAndLimits, content)}\n\n` : ""}${FIRST_HOPS_NOTE}\n\n### ${HEADINGS.terms}\n\n${terms}`;
}

function* journal(reader: CaseReader, content: ReportContent): Generator<string> {
  yield `## ${HEADINGS.journal}\n\n${row("Entry", "When (UTC)", "Who", "What", "Hash")}${row("---", "---", "---", "---", "---")}`;
  for (const entry of entriesAbout(reader, content)) {
    yield row(
      String(entry.sequence),
      entry.at.slice(0, 19).replace("T", " "),
      escaped(entry.author),
      escaped(entryInWords(entry)),
      `\`${entry.hash}\``,
    );
  }
  yield "\n";
}

function hashes(content: ReportContent): string {
  const rows = content.references.map(
    ({ number, article }) =>
      row(String(number), "text", `\`${article.textSha256}\``) +
      row(String(number), `original, ${escaped(article.originalName)}`, `\`${article.originalSha256}\``),
  );
  return `## ${HEADINGS.hashes}\n\n${row("Ref.", "Kept", "SHA-256")}${row("---", "---", "---")}${rows.join("")}${row("", `journal, entry ${content.head.sequence}`, `\`${content.head.hash}\``)}\n`;
}

function* passageTable(content: ReportContent): Generator<string> {
  yield `## Passages\n\nEvery passage with its place, in UTF-16 code units of the text, for \`sourceline check CASE --report THIS-FILE\`.\n\n`;
  yield `${PASSAGE_TABLE}\n${row("---", "---", "---", "---", "---", "---", "---")}`;
  for (const { number, article } of content.references) {
    for (const { span } of passagesIn(content, article.id)) {
      yield row(
        span.id,
        String(number),
        article.id,
        String(span.start),
        String(span.end),
        article.textSha256,
        escaped(span.exact),
      );
    }
  }
}

function paragraphs(text: string): string {
  return text.split(/\n+/).map(escaped).join("\n\n");
}

function row(...cells: string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
