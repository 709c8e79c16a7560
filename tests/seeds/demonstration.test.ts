import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import type { ClaimView } from "#domain/contract/claims.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import type { Span } from "#domain/nouns/span.ts";
import { rangesOverlap } from "#domain/text/range.ts";
import { PREDICATE_CODES, STANCE_CODES } from "#domain/vocabulary/claims.ts";
import { VERDICT_CODES } from "#domain/vocabulary/verdicts.ts";
import { ARTICLES } from "#seeds/articles.ts";
import { CLAIMS, type ClaimKey } from "#seeds/claims.ts";
import { buildDemonstration } from "#seeds/demonstration.ts";
import { SOURCES } from "#seeds/sources.ts";
import { workbenchIn } from "../support/workbench.ts";

// One case for all tests, which only read it; so it does not go with the first of them.
const folder = mkdtempSync(path.join(os.tmpdir(), "sourceline-test-"));
const workbench = workbenchIn(folder);
const client: Workbench = workbench.client;
let claims: ClaimView[];
const texts = new Map<string, { text: string; language: string | null }>();

beforeAll(async () => {
  await client.cases.create({ name: "Lake Oure, week 20" });
  await buildDemonstration(client);
  const { rows } = await client.claims.list({ limit: 1_000 });
  claims = await Promise.all(rows.map(({ id }) => client.claims.get({ id })));
  for (const { id } of (await client.articles.list({ limit: 1_000 })).rows) {
    texts.set(id, await client.articles.get({ id }));
  }
});

afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

function claimOf(key: ClaimKey): ClaimView {
  const claim = claims.find(({ statement }) => statement === CLAIMS[key].statement);
  if (!claim) throw new Error(`The case does not hold the claim “${key}”.`);
  return claim;
}

function spansOf(claim: ClaimView): Span[] {
  return claim.attributions.flatMap(({ content, cue, chain }) => [
    ...content,
    ...cue,
    ...chain.flatMap(({ spans }) => spans),
  ]);
}

/** The passages of claims in the articles of a language, one for each attribution. */
function passagesIn(language: string): Span[][] {
  return claims
    .flatMap(({ attributions }) => attributions)
    .filter(({ articleId }) => texts.get(articleId)?.language === language)
    .map(({ content }) => content);
}

describe("the demonstration case", () => {
  test("is whole", async () => {
    const report = await finish(await client.cases.check());
    expect(report.findings).toEqual([]);
    expect(report.clean).toBe(true);
    expect(report.checked.texts).toBe(12);
  });

  test("holds a week’s work", async () => {
    const current = await client.cases.current();
    expect(current?.counts.articles).toBe(12);
    expect(current?.counts.claims).toBe(20);
    expect(current?.counts.attributions).toBeGreaterThan(60);
    expect(current?.counts.sources).toBe(Object.keys(SOURCES).length);
  });

  test("quotes every passage as it stands in its text", () => {
    const spans = claims.flatMap(spansOf);
    expect(spans.length).toBeGreaterThan(120);
    for (const { articleId, start, end, exact } of spans) {
      expect(texts.get(articleId)?.text.slice(start, end)).toBe(exact);
    }
  });

  test("keeps French and Arabic words as they are written", () => {
    const french = passagesIn("fr")
      .flat()
      .map(({ exact }) => exact);
    const arabic = passagesIn("ar")
      .flat()
      .map(({ exact }) => exact);
    expect(french).toContain("les autres «\u00A0du côté de l’eau\u00A0»");
    expect(arabic).toContain("الهجوم على الموقع العسكري في تامبا استمر نحو ثلاث ساعات، وإن المهاجمين انسحبوا");
    expect(arabic).toContain("قتلت أربعين جندياً");
  });

  test("shows every verdict, stance and nearly every kind of claim", () => {
    expect(new Set(claims.map(({ verdict }) => verdict))).toEqual(new Set(VERDICT_CODES));
    const stances = claims.flatMap(({ attributions }) => attributions.map(({ stance }) => stance));
    expect(new Set(stances)).toEqual(new Set(STANCE_CODES));
    const predicates = new Set<string>(claims.map(({ predicate }) => predicate));
    expect(PREDICATE_CODES.filter((code) => !predicates.has(code))).toEqual(["other"]);
  });

  test("gives a reason for every verdict but the first", () => {
    for (const { assessments } of claims) {
      for (const { rationale, verdict } of assessments) {
        expect(rationale !== "" || verdict === "unverified").toBe(true);
      }
    }
  });

  test("rests what is verified on primary evidence and lists what was tried", () => {
    const verified = claims.filter(({ verdict }) => verdict === "verified");
    expect(verified.length).toBeGreaterThan(0);
    for (const { assessments } of verified) {
      expect(assessments[0]?.evidence.some(({ primary, relation }) => primary && relation === "supports")).toBe(true);
    }
    expect(claimOf("ferry").assessments[0]?.evidence[0]).toMatchObject({ relation: "contradicts", primary: true });
    expect(claimOf("video").assessments[0]?.methods).toContain("reverse searches");
  });

  test("overrides one guard, and only that", () => {
    const overridden = claims.filter(({ assessments }) => assessments.some((assessment) => assessment.overridden[0]));
    expect(overridden.map(({ statement }) => statement)).toEqual([CLAIMS.responsibility.statement]);
    expect(overridden[0]?.assessments[0]?.overridden).toEqual([
      "Every first hop is a party to the event; one that is not is needed.",
    ]);
  });

  test("holds one stale assessment, and says why", () => {
    const stale = claims.filter((claim) => claim.stale.length > 0);
    expect(stale.map(({ statement }) => statement)).toEqual([CLAIMS.dozen.statement]);
    expect(stale[0]?.stale).toEqual(["1 attribution was added since."]);
  });

  test("lets forty begin with the attackers alone, or with nobody", () => {
    const beginnings = claimOf("forty").firstHops.map(({ name }) => name);
    expect(beginnings.sort()).toEqual(["Daily Harbour", "Reed Front", "TrendBrief"]);
    const longest = claimOf("forty").attributions.reduce((one, other) =>
      other.chain.length > one.chain.length ? other : one,
    );
    expect(longest.chain.length).toBe(4);
  });

  test("ends every chain with the outlet of its article", () => {
    for (const { chain, outlet } of claims.flatMap(({ attributions }) => attributions)) {
      expect(chain.at(-1)?.name).toBe(outlet);
    }
  });

  test("runs in a circle about the ferry", () => {
    const steps = claimOf("ferry").attributions.map(({ chain }) => chain.map(({ name }) => name).join(" → "));
    expect(steps).toContain("Radio Oure → Daily Harbour");
    expect(steps).toContain("Daily Harbour → Radio Oure");
  });

  test.each(["en", "fr", "ar"])("has passages in pieces, nested and crossing in %s", (language) => {
    const passages = passagesIn(language);
    expect(passages.some((pieces) => pieces.length > 1)).toBe(true);
    const spans = passages.flat();
    const pairs = spans.flatMap((one) =>
      spans
        .filter((other) => other.id !== one.id && other.articleId === one.articleId)
        .map((other) => ({ one, other })),
    );
    const nested = pairs.filter(
      ({ one, other }) => one.start <= other.start && other.end <= one.end && one.exact !== other.exact,
    );
    const crossing = pairs.filter(
      ({ one, other }) => rangesOverlap(one, other) && one.start < other.start && one.end < other.end,
    );
    expect(nested.length).toBeGreaterThan(0);
    expect(crossing.length).toBeGreaterThan(0);
  });

  test("keeps the history of grades, and a grade for one matter beside the general one", async () => {
    const { rows } = await client.sources.list({ limit: 1_000 });
    const named = async (name: string) => client.sources.get({ id: rows.find((row) => row.name === name)?.id ?? "" });
    expect((await named("Northwire")).grades.map(({ letter }) => letter)).toEqual(["A", "B"]);
    const monitor = await named("Lakeside Monitor");
    expect(monitor.grade).toBe("B");
    expect(monitor.grades.map(({ scope }) => scope)).toContain("its tallies of attacks");
    expect((await named("Ada Lindqvist")).parentName).toBe("Delta Risk");
  });

  test("has a report whose references lead where they say", async () => {
    const [report] = await client.reports.list();
    const cited = [...`${report?.judgements} ${report?.sourcingSummary}`.matchAll(/\[(C?)(\d+)\]/g)];
    expect(cited.length).toBeGreaterThan(20);
    const { rows } = await client.articles.list({ limit: 1_000, order: "published" });
    expect(rows.filter(({ published }) => published).map(({ title }) => title)).toEqual(
      Object.values(ARTICLES)
        .slice(0, -1)
        .map(({ title }) => title),
    );
    expect(report?.judgements).toContain(
      `The ferry at Oure was not stopped on 15 May [C${Object.keys(CLAIMS).indexOf("ferry") + 1}]`,
    );
  });
});
