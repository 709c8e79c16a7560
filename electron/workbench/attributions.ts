import type { z } from "zod";
import type { Attributed } from "#domain/contract/claims.ts";
import type { Article } from "#domain/nouns/article.ts";
import type { Attribution, AttributionInput, HopInput } from "#domain/nouns/attribution.ts";
import { shortened } from "#domain/text/shortened.ts";
import { articleMarks } from "../store/articles.ts";
import { attributionView } from "../store/claims.ts";
import type { Transaction } from "../store/journal.ts";
import { rowsWhere } from "../store/tables.ts";
import type { Desk } from "./desk.ts";
import { defined } from "./fields.ts";
import { found, foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { sourceMeant } from "./registry.ts";
import { placeSpans, refuseOtherText, removeSpans } from "./spans.ts";

export function attributionProcedures(os: Implementer["attributions"], desk: Desk) {
  /** Runs a command on an attribution and answers with what is now drawn for it. */
  const change = (id: string, verb: string, command: (transaction: Transaction, attribution: Attribution) => void) => {
    const attribution = foundRow(desk.readable, "attribution", id);
    const { sequence } = desk.run(`${verb} of “${claimName(desk, attribution.claimId)}”`, (transaction) => {
      command(transaction, attribution);
      return {};
    });
    return { sequence, ...attributed(desk, attribution) };
  };

  return {
    get: os.get.handler(({ input }) => found(attributionView(desk.readable, input.id), "attribution", input.id)),

    create: os.create.handler(({ input }) => {
      const claim = foundRow(desk.readable, "claim", input.claimId);
      const done = desk.run(`attach a passage to “${shortened(claim.statement)}”`, (transaction) => ({
        attribution: putAttribution(transaction, claim.id, input.attribution),
      }));
      return { sequence: done.sequence, ...attributed(desk, done.attribution) };
    }),

    update: os.update.handler(({ input }) => {
      const { sequence } = change(input.id, "change the attribution", (transaction, attribution) => {
        if (input.fields.claimId) foundRow(transaction, "claim", input.fields.claimId);
        transaction.put("attribution", { ...attribution, ...defined(input.fields) });
      });
      return { sequence };
    }),

    setWords: os.setWords.handler(({ input }) =>
      change(input.id, input.role === "content" ? "change the words" : "mark the cue", (transaction, attribution) => {
        const article = foundRow(transaction, "article", attribution.articleId);
        refuseOtherText(article, input.textSha256);
        placeSpans(transaction, { article, role: input.role, ownerId: attribution.id }, input.ranges);
      }),
    ),

    setChain: os.setChain.handler(({ input }) =>
      change(input.id, "change the chain", (transaction, attribution) => {
        const article = foundRow(transaction, "article", attribution.articleId);
        refuseOtherText(article, input.textSha256);
        removeChain(transaction, attribution.id);
        putChain(transaction, attribution, article, input.chain);
      }),
    ),

    remove: os.remove.handler(({ input }) => {
      const attribution = foundRow(desk.readable, "attribution", input.id);
      return desk.run(`remove an attribution of “${claimName(desk, attribution.claimId)}”`, (transaction) => {
        removeAttribution(transaction, attribution.id);
        const claimRemoved = isBare(transaction, attribution.claimId);
        if (claimRemoved) transaction.remove("claim", attribution.claimId);
        return { claimRemoved };
      });
    }),
  };
}

/** What making or changing an attribution answers, but for the entry. */
export function attributed(desk: Desk, attribution: Attribution): Omit<Attributed, "sequence"> {
  return {
    claimId: attribution.claimId,
    attributionId: attribution.id,
    drawn: articleMarks(desk.readable, attribution.articleId, attribution.id),
  };
}

/** Adds an attribution of a claim with its words, its cue and its chain. */
export function putAttribution(
  transaction: Transaction,
  claimId: string,
  input: z.output<typeof AttributionInput>,
): Attribution {
  const { articleId, textSha256, content, cue, chain, ...fields } = input;
  const article = foundRow(transaction, "article", articleId);
  refuseOtherText(article, textSha256);
  const attribution: Attribution = {
    stance: "asserts",
    factuality: "certain",
    quoteMode: "indirect",
    comment: "",
    ...defined(fields),
    id: newId(),
    claimId,
    articleId,
    createdAt: now(),
  };
  transaction.put("attribution", attribution);
  placeSpans(transaction, { article, role: "content", ownerId: attribution.id }, content);
  placeSpans(transaction, { article, role: "cue", ownerId: attribution.id }, cue);
  putChain(transaction, attribution, article, chain ?? outletAlone(article));
  return attribution;
}

/** Takes an attribution out with its words and its chain. */
export function removeAttribution(transaction: Transaction, id: string): void {
  removeChain(transaction, id);
  removeSpans(transaction, id, ["content", "cue"]);
  transaction.remove("attribution", id);
}

/** Whether nothing hangs on a claim any more: no attribution, and no work of a person that would go with it. */
function isBare(transaction: Transaction, claimId: string): boolean {
  return (["attribution", "assessment", "note"] as const).every(
    (table) => rowsWhere(transaction, table, "claimId", claimId).length === 0,
  );
}

type Hops = z.output<typeof HopInput>[];

function outletAlone(article: Article): Hops {
  return article.outletId ? [{ source: { id: article.outletId }, access: "unknown", groupSize: null, ranges: [] }] : [];
}

function putChain(transaction: Transaction, attribution: Attribution, article: Article, chain: Hops): void {
  for (const [position, { source, access, groupSize, ranges }] of chain.entries()) {
    const id = newId();
    const sourceId = sourceMeant(transaction, source);
    transaction.put("hop", { id, attributionId: attribution.id, position, sourceId, access, groupSize });
    placeSpans(transaction, { article, role: "hop", ownerId: id }, ranges);
  }
}

function removeChain(transaction: Transaction, attributionId: string): void {
  for (const hop of rowsWhere(transaction, "hop", "attributionId", attributionId)) {
    removeSpans(transaction, hop.id, ["hop"]);
    transaction.remove("hop", hop.id);
  }
}

function claimName(desk: Desk, claimId: string): string {
  return shortened(foundRow(desk.readable, "claim", claimId).statement);
}
