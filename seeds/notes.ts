import type { ArticleKey } from "./articles.ts";
import type { ClaimKey } from "./claims.ts";
import type { Passage } from "./passages.ts";
import type { SourceKey } from "./sources.ts";

/** A note beside an article (on words of it, or on the whole), a claim or a source. */
export type DemonstrationNote = { body: string } & (
  | { article: ArticleKey; words?: readonly Passage[] }
  | { claim: ClaimKey }
  | { source: SourceKey }
);

export const NOTES: readonly DemonstrationNote[] = [
  {
    article: "daily-harbour-raid",
    body: "Northwire’s story of 06.10, printed at 08.45. Three changes: “it said” dropped in the first sentence, “Northwire could not verify” dropped, “dramatic” and “storming” added. Adds no origin to anything.",
  },
  {
    article: "monitor-statement",
    words: ["in February it spoke of twenty-five dead at Kell, where nine soldiers were buried"],
    body: "The best reason we have for holding the figure of forty at arm’s length. Ask the Monitor where the nine comes from.",
  },
  {
    article: "halcyon-wounded",
    words: ["four or five long boats, without lamps", "about an hour before the first shots"],
    body: "Fits with the mayor’s “du côté de l’eau” and with Al Bahr’s wooden boats. Three people who do not know of one another; the claim on the boats waits for a verdict.",
  },
  {
    article: "courrier-maire",
    words: ["il n’y avait pas quarante hommes au poste"],
    body: "How would he know? Ask the Courrier. If he does, forty is impossible and not only doubtful.",
  },
  {
    article: "al-bahr-security-source",
    words: ["أعادوا انتشارهم خارجه لبعض الوقت"],
    body: "“Redeployed outside it for some time”: a denial of the fall that grants most of it.",
  },
  {
    article: "trendbrief-explainer",
    body: "No author, no date, no source; the phrases of a template. Read for what it shows of how the week travelled, not for what happened.",
  },
  {
    claim: "ferry",
    body: "Two first hops are counted here, Radio Oure and the Daily Harbour, and they are one circle. The number of first hops does not see that: read the chains.",
  },
  {
    claim: "no-comment",
    body: "Overtaken by the communiqué of the same evening. A silence speaks for nobody and against nobody, so there is nothing to assess.",
  },
  {
    source: "security-source",
    body: "If this is one of Northwire’s two, the noon of the reinforcements has one origin less.",
  },
];
