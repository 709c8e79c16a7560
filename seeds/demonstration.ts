import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import type { EvidenceFields } from "#domain/nouns/assessment.ts";
import type { AttributionInput, HopInput } from "#domain/nouns/attribution.ts";
import { REPORT_SECTIONS } from "#domain/nouns/report.ts";
import { ARTICLES, type ArticleKey } from "./articles.ts";
import { ASSESSMENTS, type DemonstrationEvidence, LATE_ATTRIBUTION } from "./assessments.ts";
import type { DemonstrationAttribution, DemonstrationHop } from "./claims/claim.ts";
import { CLAIMS, type ClaimKey } from "./claims.ts";
import { type DemonstrationNote, NOTES } from "./notes.ts";
import { locate } from "./passages.ts";
import { REPORT } from "./report.ts";
import { type DemonstrationSource, SOURCES, type SourceKey } from "./sources.ts";

/** An article that is in the case: its id, the id of its outlet, and the text as the case keeps it. */
interface KeptArticle {
  id: string;
  outletId: string | null;
  text: string;
}

/** What has been put into the case so far, by the keys of the data. */
interface Kept {
  sources: Map<SourceKey, string>;
  articles: Map<ArticleKey, KeptArticle>;
  claims: Map<ClaimKey, string>;
}

/**
 * Fills the open case, which should be new, with the demonstration: one imagined week at a lake, read, tagged, graded and
 * assessed. Does what an analyst would do, in the order in which they would do it, and through the same door.
 */
export async function buildDemonstration(client: Workbench): Promise<void> {
  const kept: Kept = { sources: new Map(), articles: new Map(), claims: new Map() };
  await addSources(client, kept);
  await importArticles(client, kept);
  await finish(await client.copies.find());
  await tagClaims(client, kept);
  await recordAssessments(client, kept);
  await client.attributions.create({
    claimId: idOf(kept.claims, LATE_ATTRIBUTION.claim),
    attribution: attributionInput(kept, LATE_ATTRIBUTION.attribution),
  });
  for (const note of NOTES) await client.notes.create(noteInput(kept, note));
  await client.reports.create({ fields: { ...REPORT, claimIds: null, sections: [...REPORT_SECTIONS] } });
}

async function addSources(client: Workbench, kept: Kept): Promise<void> {
  for (const [key, source] of entriesOf<SourceKey, DemonstrationSource>(SOURCES)) {
    const { sourceId } = await client.sources.create({
      name: source.name,
      kind: source.kind,
      named: !source.unnamed,
      party: source.party ?? false,
      parentId: source.parent ? idOf(kept.sources, source.parent as SourceKey) : null,
      descriptor: source.descriptor,
    });
    kept.sources.set(key, sourceId);
    for (const name of source.aliases ?? []) await client.sources.addAlias({ id: sourceId, name });
    for (const grade of source.grades ?? []) await client.sources.grade({ sourceId, ...grade });
  }
}

async function importArticles(client: Workbench, kept: Kept): Promise<void> {
  for (const [key, { text, ...fields }] of entriesOf(ARTICLES)) {
    const { articleId, sentence } = await client.articles.importText({ text, fields });
    if (articleId === null) throw new Error(sentence);
    const article = await client.articles.get({ id: articleId });
    kept.articles.set(key, { id: article.id, outletId: article.outletId, text: article.text });
  }
}

async function tagClaims(client: Workbench, kept: Kept): Promise<void> {
  for (const [key, { attributions, ...fields }] of entriesOf(CLAIMS)) {
    const [first, ...others] = attributions;
    const { claimId } = await client.claims.create({ fields, attribution: attributionInput(kept, first) });
    kept.claims.set(key, claimId);
    for (const other of others) {
      await client.attributions.create({ claimId, attribution: attributionInput(kept, other) });
    }
  }
}

async function recordAssessments(client: Workbench, kept: Kept): Promise<void> {
  for (const { claim, evidence = [], ...assessment } of ASSESSMENTS) {
    await client.assessments.record({
      ...assessment,
      claimId: idOf(kept.claims, claim),
      evidence: evidence.map((link) => evidenceInput(kept, link)),
    });
  }
}

function attributionInput(kept: Kept, attribution: DemonstrationAttribution): AttributionInput {
  const { article: key, chain, content, cue = [], ...fields } = attribution;
  const article = idOf(kept.articles, key);
  const hops = chain.map((hop) => hopInput(kept, article, hop));
  return {
    ...fields,
    articleId: article.id,
    content: content.map((passage) => locate(article.text, passage)),
    cue: cue.map((passage) => locate(article.text, passage)),
    ...(hops.length > 0 && { chain: [...hops, ...outletHop(kept, article, chain)] }),
  };
}

function hopInput(kept: Kept, article: KeptArticle, hop: DemonstrationHop): HopInput {
  return {
    source: { id: idOf(kept.sources, hop.source) },
    access: hop.access,
    groupSize: hop.people ?? null,
    ranges: (hop.named ?? []).map((passage) => locate(article.text, passage)),
  };
}

/** The last hop, which is the article’s outlet, unless the chain ends with it already. */
function outletHop(kept: Kept, article: KeptArticle, chain: readonly DemonstrationHop[]): HopInput[] {
  const last = chain.at(-1);
  if (article.outletId === null || (last && idOf(kept.sources, last.source) === article.outletId)) return [];
  return [{ source: { id: article.outletId }, access: "second-hand" }];
}

function evidenceInput(kept: Kept, link: DemonstrationEvidence): EvidenceFields {
  const fields = { relation: link.relation, primary: link.primary ?? false, comment: link.comment };
  if ("external" in link) return { ...fields, target: "external", targetId: null, location: link.external };
  return "article" in link
    ? { ...fields, target: "article", targetId: idOf(kept.articles, link.article).id, location: "" }
    : { ...fields, target: "claim", targetId: idOf(kept.claims, link.claim), location: "" };
}

function noteInput(kept: Kept, note: DemonstrationNote) {
  if ("claim" in note) return { about: { claimId: idOf(kept.claims, note.claim) }, body: note.body };
  if ("source" in note) return { about: { sourceId: idOf(kept.sources, note.source) }, body: note.body };
  const article = idOf(kept.articles, note.article);
  return {
    about: { articleId: article.id },
    body: note.body,
    ranges: (note.words ?? []).map((passage) => locate(article.text, passage)),
  };
}

/** What was kept under a key. Throws where the data speaks of something that comes later. */
function idOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`“${String(key)}” is not in the case yet.`);
  return value;
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
