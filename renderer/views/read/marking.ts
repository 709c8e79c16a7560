import type { ArticleView } from "#domain/contract/articles.ts";
import type { Attributed, AttributionView } from "#domain/contract/claims.ts";
import type { AttributionInput } from "#domain/nouns/attribution.ts";
import { joinRanges, type TextRange } from "#domain/text/range.ts";
import { fieldsFrom } from "../../claim/fields.ts";
import { draftOf, hopInput, newHop, withHop } from "../../claim/hops.ts";
import { draw } from "../../marks.ts";
import { workbench } from "../../workbench.ts";
import type { StudiedText } from "./chosen-words.ts";
import type { DraftClaim } from "./draft.ts";

/** Saves a claim in the making as a claim of its own. */
export async function saveDraft(article: ArticleView, draft: DraftClaim): Promise<Attributed> {
  const fields = fieldsFrom(draft.fields);
  return draw(await workbench.claims.create({ fields, attribution: attributionInput(article, draft) }));
}

/** Attaches the passage of a claim in the making to a claim that is there. */
export async function attachDraft(article: ArticleView, draft: DraftClaim, claimId: string): Promise<Attributed> {
  return draw(await workbench.attributions.create({ claimId, attribution: attributionInput(article, draft) }));
}

/** Puts words of the text in the chain of a saved attribution, as a source of that name. */
export async function addSource(article: ArticleView, attributionId: string, range: TextRange): Promise<string> {
  const { textSha256 } = article;
  const attribution = await workbench.attributions.get({ id: attributionId });
  const name = article.text.slice(range.start, range.end);
  const chain = withHop(attribution.chain.map(draftOf), newHop(name, [range]), article.outletId);
  draw(await workbench.attributions.setChain({ id: attributionId, chain: chain.map(hopInput), textSha256 }));
  return name.replace(/\s+/g, " ");
}

/** Adds words to the cue or to the passage of a saved attribution. */
export async function addWords(
  { textSha256 }: StudiedText,
  attributionId: string,
  role: "cue" | "content",
  range: TextRange,
): Promise<Attributed> {
  const attribution = await workbench.attributions.get({ id: attributionId });
  const ranges = joinRanges([...rangesOf(attribution, role), range]);
  return draw(await workbench.attributions.setWords({ id: attributionId, role, ranges, textSha256 }));
}

function rangesOf(attribution: AttributionView, role: "cue" | "content"): TextRange[] {
  return attribution[role].map(({ start, end }) => ({ start, end }));
}

function attributionInput(article: ArticleView, draft: DraftClaim): AttributionInput {
  const { on, content, cue, stance, quoteMode, chain } = draft;
  return {
    articleId: article.id,
    textSha256: on.textSha256,
    content,
    cue,
    stance,
    quoteMode,
    chain: chain.map(hopInput),
  };
}
