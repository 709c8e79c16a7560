import fc from "fast-check";
import type { Workbench } from "#domain/contract/contract.ts";
import { RELIABILITY_CODES } from "#domain/vocabulary/admiralty.ts";
import { STANCE_CODES } from "#domain/vocabulary/claims.ts";

/** One thing that a person may do. `pick` chooses among what is there, so that a command fits whatever came before it. */
export interface RandomCommand {
  kind: keyof typeof COMMANDS;
  pick: number;
  other: number;
  words: string;
}

const TEXTS = [
  "TAMBA (Northwire) – Forty soldiers were killed, the front said.\nThe ministry has not commented.",
  "Le maire de Tamba : « une douzaine de morts ». Il dit avoir compté.",
  "قال مصدر أمني إن الهجوم استمر ثلاث ساعات. 👩‍👩‍👧‍👦 e\u0301",
  "\uFEFFA short line.\r\nAnd another one, with 🇫🇷 in it.",
];

/** Every kind of command, over the contract. Where there is nothing to do it to, a command does nothing. */
const COMMANDS = {
  importText: async (client: Workbench, { pick, words }: RandomCommand) => {
    await client.articles.importText({
      text: `${TEXTS[pick % TEXTS.length]}\n${words}`,
      fields: { outlet: "Northwire" },
    });
  },
  makeClaim: async (client: Workbench, command: RandomCommand) => {
    const attribution = await someAttribution(client, command);
    if (attribution) await client.claims.create({ fields: { statement: `Claim ${command.words}` }, attribution });
  },
  attach: async (client: Workbench, command: RandomCommand) => {
    const claim = some((await client.claims.list({})).rows, command.other);
    const attribution = await someAttribution(client, command);
    if (claim && attribution) await client.attributions.create({ claimId: claim.id, attribution });
  },
  changeClaim: async (client: Workbench, { pick, words }: RandomCommand) => {
    const claim = some((await client.claims.list({})).rows, pick);
    if (claim)
      await client.claims.update({ id: claim.id, fields: { object: words, low: pick, best: pick, high: pick + 1 } });
  },
  changeChain: async (client: Workbench, { pick, other, words }: RandomCommand) => {
    const attribution = await attributionOf(client, pick);
    const source = some((await client.sources.list({})).rows, other);
    const named = { source: { name: `Source ${words}` }, access: "eyewitness" as const, groupSize: (other % 5) + 1 };
    const chain = source ? [{ source: { id: source.id } }, named] : [named];
    if (attribution) await client.attributions.setChain({ id: attribution.id, chain });
  },
  changeWords: async (client: Workbench, { pick, other }: RandomCommand) => {
    const attribution = await attributionOf(client, pick);
    const ranges = [
      { start: 0, end: (other % 20) + 3 },
      { start: 30, end: 34 },
    ];
    if (attribution) await client.attributions.setWords({ id: attribution.id, role: "content", ranges });
  },
  move: async (client: Workbench, { pick, other }: RandomCommand) => {
    const attribution = await attributionOf(client, pick);
    const claim = some((await client.claims.list({})).rows, other);
    if (attribution && claim) await client.attributions.update({ id: attribution.id, fields: { claimId: claim.id } });
  },
  assess: async (client: Workbench, { pick, other, words }: RandomCommand) => {
    const claim = some((await client.claims.list({})).rows, pick);
    if (!claim) return;
    const option = some((await client.assessments.advise({ claimId: claim.id })).options, other);
    if (!option) return;
    const rationale = `Because ${words}`;
    const evidence = [
      { relation: "supports", primary: true, target: "external", targetId: null, location: words || "-", comment: "" },
    ];
    await client.assessments.record({
      claimId: claim.id,
      verdict: option.verdict,
      rationale,
      override: true,
      evidence,
    } as never);
  },
  grade: async (client: Workbench, { pick, other }: RandomCommand) => {
    const source = some((await client.sources.list({})).rows, pick);
    const letter = RELIABILITY_CODES[other % RELIABILITY_CODES.length] ?? "F";
    if (source) await client.sources.grade({ sourceId: source.id, letter });
  },
  merge: async (client: Workbench, { pick, other }: RandomCommand) => {
    const { rows } = await client.sources.list({});
    const [from, into] = [some(rows, pick), some(rows, other)];
    if (from && into) await client.sources.merge({ from: from.id, into: into.id });
  },
  note: async (client: Workbench, { pick, words }: RandomCommand) => {
    const article = some((await client.articles.list({})).rows, pick);
    const about = article && { articleId: article.id };
    if (about) await client.notes.create({ about, body: `Note ${words}`, ranges: [{ start: 2, end: 9 }] });
  },
  removeClaim: async (client: Workbench, { pick }: RandomCommand) => {
    const claim = some((await client.claims.list({})).rows, pick);
    if (claim) await client.claims.remove({ id: claim.id });
  },
  removeArticle: async (client: Workbench, { pick }: RandomCommand) => {
    const article = some((await client.articles.list({})).rows, pick);
    if (article) await client.articles.remove({ ids: [article.id] });
  },
  changeArticle: async (client: Workbench, { pick, words }: RandomCommand) => {
    const article = some((await client.articles.list({})).rows, pick);
    if (article) await client.articles.update({ id: article.id, fields: { title: `Title ${words}`, outlet: words } });
  },
  changeArticles: async (client: Workbench, { pick, words }: RandomCommand) => {
    const ids = await someIds(client, pick);
    const tag = words.trim() || "a tag";
    const fields = pick % 3 === 0 ? { outlet: words, published: "2025-05-16" } : {};
    if (ids.length > 0) await client.articles.updateMany({ ids, fields, [pick % 2 ? "addTags" : "removeTags"]: [tag] });
  },
  collect: async (client: Workbench, { pick, other, words }: RandomCommand) => {
    const articleIds = await someIds(client, pick);
    const collection = some(await client.collections.list(), other);
    if (!collection) await client.collections.create({ name: `Collection ${words}`, articleIds });
    else if (articleIds.length === 0) await client.collections.remove({ id: collection.id });
    else if (other % 2 === 0) await client.collections.add({ id: collection.id, articleIds });
    else await client.collections.takeOut({ id: collection.id, articleIds });
  },
  restore: async (client: Workbench, { pick }: RandomCommand) => {
    const trashed = some((await client.trash.list({})).rows, pick);
    if (trashed) await client.trash.restore({ ids: [trashed.id] });
  },
  destroy: async (client: Workbench, { pick }: RandomCommand) => {
    const trashed = some((await client.trash.list({})).rows, pick);
    if (trashed && pick % 4 === 0) await client.trash.destroy({ ids: [trashed.id] });
  },
  undo: async (client: Workbench) => void (await client.history.undo()),
  redo: async (client: Workbench) => void (await client.history.redo()),
};

/** A random sequence of commands, as fast-check makes and shrinks it. */
export const randomCommands = (length: number): fc.Arbitrary<RandomCommand[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])),
      pick: fc.nat(40),
      other: fc.nat(40),
      words: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("مرحبا", "é", "👩‍🚀", "=1+1")),
    }),
    { minLength: 1, maxLength: length },
  );

/** Refusals that are an ordinary answer to a command chosen at random. */
const ORDINARY = ["NOT_ALLOWED", "NOTHING_TO_UNDO", "UNREADABLE_FILE"];

/** Does a command; that it is refused in a sentence is an answer too. Gives whether it was done. */
export async function obey(client: Workbench, command: RandomCommand): Promise<boolean> {
  try {
    await COMMANDS[command.kind](client, command);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && ORDINARY.includes(String(error.code))) return false;
    throw error;
  }
}

async function someAttribution(client: Workbench, { pick, other }: RandomCommand) {
  const article = some((await client.articles.list({})).rows, pick);
  const start = other % 30;
  const stance = STANCE_CODES[pick % STANCE_CODES.length] ?? "asserts";
  return (
    article && { articleId: article.id, stance, content: [{ start, end: start + 8 }], cue: [{ start: 3, end: 8 }] }
  );
}

/** Every other article, or none. */
async function someIds(client: Workbench, pick: number): Promise<string[]> {
  const { rows } = await client.articles.list({});
  return rows.filter((_, index) => (index + pick) % 2 === 0).map(({ id }) => id);
}

async function attributionOf(client: Workbench, pick: number) {
  const claim = some((await client.claims.list({})).rows, pick);
  return claim && some((await client.claims.get({ id: claim.id })).attributions, pick);
}

function some<Thing>(things: readonly Thing[], pick: number): Thing | undefined {
  return things[pick % Math.max(1, things.length)];
}
