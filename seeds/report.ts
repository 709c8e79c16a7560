import type { ReportFields } from "#domain/nouns/report.ts";
import { ARTICLES, type ArticleKey } from "./articles.ts";
import { CLAIMS, type ClaimKey } from "./claims.ts";

/**
 * The saved report of the demonstration. Judgements keep likelihood (how probable) and confidence (how well founded) in
 * different sentences, and every one of them names the claims and the references that it rests on.
 */
export const REPORT: Omit<ReportFields, "claimIds" | "sections"> = {
  title: "Raid on the Tamba post, 11 May 2025",
  judgements: [
    `An armed raid on the army post at Tamba took place before dawn on 11 May 2025 ${claim("raid")}. Residents and the mayor describe it apart from the group that claims it ${article("northwire-raid")} ${article("courrier-maire")}.`,
    `It is very likely that the Reed Front carried it out ${claim("responsibility")}: the group says so, and the ministry, its opponent, names it too ${article("monitor-statement")} ${article("ministry-communique")}.`,
    `The toll of 40 soldiers rests on the attackers’ statement alone ${claim("forty")} ${article("monitor-statement")}, and it is unlikely that so many died. The mayor, at the scene, speaks of a dozen ${claim("dozen")} ${article("courrier-maire")}; the ministry admits seven ${claim("seven")} ${article("ministry-communique")}.`,
    `It is likely that the post was in the attackers’ hands for some hours ${claim("seizure")}. Our confidence is low, since how long rests on the attackers and one witness ${article("courrier-maire")} ${article("halcyon-wounded")}.`,
    `Two buildings of the post were burnt ${claim("burnt")}. We examined satellite images ourselves and have high confidence in this ${article("field-note")}.`,
    `The ferry at Oure was not stopped on 15 May ${claim("ferry")}. The two outlets that say so cite each other ${article("daily-harbour-ferry")} ${article("radio-oure-bulletin")}; the crew’s log shows six crossings ${article("field-note")}.`,
    `We make no judgement on whether further raids will follow before the rains ${claim("forecast")}; one analyst expects them ${article("northwire-raid")}.`,
  ].join("\n"),
  sourcingSummary: [
    `What is strong: the raid itself, the wounded and the damage rest on people or records that do not depend on one another. Two wires and the Documentation Group say how they know what they say.`,
    `What is weak: every figure for the dead comes from a party to the event or from one man. Most of those who speak are not named, and three of them belong to the security forces and may be fewer than three. Nothing is known of the attackers’ aims and losses but what they say.`,
    `What adds nothing: the Daily Harbour’s story of 14 May is a copy of Northwire ${article("daily-harbour-raid")}, its story of 15 May is half of a circle ${article("daily-harbour-ferry")}, and TrendBrief names nobody ${article("trendbrief-explainer")}.`,
    `What has changed: Northwire corrected its story on 16 May ${article("northwire-correction")}. Eleven graves reported on 17 May ${article("field-note")} came after our verdict on the dozen ${claim("dozen")}, which is to be looked at again.`,
  ].join("\n\n"),
  methodAndLimits: [
    "We read twelve texts in English, French and Arabic, collected between 13 and 18 May 2025, and tagged in each who says what and how they know. Translations from French and Arabic are our own; passages are quoted in the original.",
    "We spoke to none of the sources and were not in the region. Satellite images, the archived statement and the photograph of the ferry’s log were examined by us; the admission register was not. The video could be placed neither in time nor in space.",
    "Verdicts follow the vocabulary that is given with this report. Where a rule was not met and a verdict was given all the same, the claim says so. The number of first hops given with a claim counts distinct beginnings and does not see copies or circles.",
  ].join("\n\n"),
};

/** How a report refers to a claim: by its number, in the order in which the claims were made. */
function claim(key: ClaimKey): string {
  return `[C${Object.keys(CLAIMS).indexOf(key) + 1}]`;
}

/** How a report refers to an article: by its number, in the order of their dates. */
function article(key: ArticleKey): string {
  return `[${Object.keys(ARTICLES).indexOf(key) + 1}]`;
}
