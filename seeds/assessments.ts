import type { AssessmentInput } from "#domain/contract/claims.ts";
import type { EvidenceFields } from "#domain/nouns/assessment.ts";
import type { ArticleKey } from "./articles.ts";
import type { DemonstrationAttribution } from "./claims/claim.ts";
import type { ClaimKey } from "./claims.ts";

/** Evidence in the case by its key, or outside it by where it is kept. */
export type DemonstrationEvidence = Pick<EvidenceFields, "relation" | "comment"> & {
  /** True where it is primary evidence that we examined ourselves. */
  primary?: true;
} & ({ article: ArticleKey } | { claim: ClaimKey } | { external: string });

/** A verdict with its reasons. */
export type DemonstrationAssessment = Omit<AssessmentInput, "claimId" | "evidence"> & {
  claim: ClaimKey;
  evidence?: readonly DemonstrationEvidence[];
};

/**
 * The verdicts in the order in which they were given. A claim that is corroborated, verified, refuted or withdrawn was
 * unverified before. Three claims have no verdict yet: the boats, the silence of the ministry and the aim of the group.
 */
export const ASSESSMENTS: readonly DemonstrationAssessment[] = [
  { claim: "raid", verdict: "unverified" },
  {
    claim: "raid",
    verdict: "corroborated",
    credibility: "1",
    confidence: "high",
    rationale:
      "Residents, the mayor and a market woman heard or saw it, each asked by somebody else; both parties say the same. The copies in the Daily Harbour and the bare sentence in TrendBrief add nothing to this.",
  },
  { claim: "responsibility", verdict: "unverified" },
  {
    claim: "responsibility",
    verdict: "corroborated",
    confidence: "moderate",
    rationale:
      "Both first hops are parties to the event, so the rule is not met. Their interests are opposed, though: the group says that it did it, and the ministry, which gains nothing by it, names the same group. No other group has claimed the raid.",
    override: true,
  },
  {
    claim: "forty",
    verdict: "disputed",
    confidence: "moderate",
    rationale:
      "Only the attackers give the figure, by whatever way it comes to us. The mayor, who says he counted, denies it and says that fewer than forty men were at the post; Northwire has since said that it has no count of its own.",
    evidence: [
      { relation: "contradicts", article: "courrier-maire", comment: "The mayor gives a dozen, and why not forty." },
      { relation: "context", article: "monitor-statement", comment: "The group overstated the dead at Kell." },
    ],
  },
  {
    claim: "dozen",
    verdict: "unverified",
    confidence: "low",
    rationale:
      "One origin: the mayor, at the scene and under his name. Northwire repeats him by way of the Courrier. Nobody else has counted the soldiers; the nine bodies by the bridge may be among his twelve.",
    evidence: [{ relation: "context", claim: "bodies", comment: "A count at another spot, of people not identified." }],
  },
  {
    claim: "seven",
    verdict: "disputed",
    rationale:
      "Only the ministry gives the figure, and it gains by a low one. The mayor counted about twelve. After Kell the ministry raised its number twice.",
    evidence: [
      { relation: "contradicts", article: "courrier-maire", comment: "A count at the scene, well above seven." },
    ],
  },
  {
    claim: "seizure",
    verdict: "disputed",
    credibility: "3",
    confidence: "low",
    likelihood: "likely",
    rationale:
      "The ministry denies it and a security source denies it half. Against this stand the attackers, the mayor, who passed an open gate at nine, and an officer who speaks against the line of his own side. For how long the post was held rests on the attackers and the mayor alone.",
  },
  { claim: "reinforcements", verdict: "unverified" },
  {
    claim: "reinforcements",
    verdict: "corroborated",
    rationale:
      "The mayor saw the convoy come in at noon; security sources of two outlets say the same, though they may be the same people. The ministry’s “without delay” names no hour.",
  },
  {
    claim: "duration",
    verdict: "unverified",
    rationale: "One unnamed official. What the market woman heard fits with three hours as well as with two.",
  },
  { claim: "burnt", verdict: "unverified" },
  {
    claim: "burnt",
    verdict: "verified",
    confidence: "high",
    rationale:
      "We compared two satellite images of the post, of 9 and of 12 May: the roofs of the store and of the building beside the mast are gone on the second, and the ground around them is blackened. Two visitors saw the same from outside.",
    evidence: [
      {
        relation: "supports",
        primary: true,
        external: "https://imagery.example/oure/tamba/2025-05-12",
        comment: "Image of 12 May, 0.5 m, laid over that of 9 May; working notes in the desk’s folder 21/3.",
      },
      { relation: "supports", article: "field-note", comment: "Seen from the water tower on 16 May." },
    ],
  },
  { claim: "wounded", verdict: "unverified" },
  {
    claim: "wounded",
    verdict: "corroborated",
    confidence: "moderate",
    rationale:
      "The nurse’s range and the register agree, and the nurse does not speak from the register: she says that some left before they were written down. Both come from one house, so 2 and not 1.",
  },
  {
    claim: "bodies",
    verdict: "unverified",
    rationale:
      "One witness, in one story and its copy. She does not say whose bodies they were; we count them neither as soldiers nor as civilians.",
  },
  {
    claim: "no-civilian",
    verdict: "disputed",
    rationale:
      "The ministry says so and was not in the town. The mayor names the place where a fisherman was shot and was at the burial.",
    evidence: [{ relation: "contradicts", article: "courrier-maire", comment: "A fisherman killed near the market." }],
  },
  { claim: "statement", verdict: "unverified" },
  {
    claim: "statement",
    verdict: "verified",
    confidence: "high",
    rationale:
      "We read the post itself in an archived copy and held the Monitor’s translation against it: they agree. This says that the group said it, and nothing more.",
    evidence: [
      {
        relation: "supports",
        primary: true,
        external: "Archive of the desk, 21/1: channel of the Reed Front, post of 12 May 2025, 19.42",
        comment: "Page saved with headers on 13 May.",
      },
    ],
  },
  {
    claim: "video",
    verdict: "unverifiable",
    rationale:
      "Nothing in the picture places it: a wall, a gate, no sign, no skyline, no shadow long enough to reckon with. No earlier copy was found, which proves nothing.",
    methods:
      "Two reverse searches on eleven frames; metadata (stripped by the channel); comparison of the gate with satellite images of Tamba and of four other posts; sound track (silent); question to the Monitor for the file as first posted (not kept).",
  },
  {
    claim: "forecast",
    verdict: "unverified",
    rationale: "A forecast cannot be verified before its time. To be looked at again when the rains have come.",
  },
  { claim: "tally", verdict: "unverified", rationale: "One tally, kept from published reports." },
  {
    claim: "tally",
    verdict: "withdrawn",
    rationale: "The Monitor took the line back: the attack of March was at Kell. Northwire removed the sentence.",
    evidence: [
      { relation: "contradicts", article: "northwire-correction", comment: "Says what was withdrawn and why." },
    ],
  },
  { claim: "ferry", verdict: "unverified", rationale: "Two outlets, each of which names the other." },
  {
    claim: "ferry",
    verdict: "refuted",
    confidence: "high",
    rationale:
      "The crew’s log for 15 May shows six crossings and none cancelled, and two people we know were on one of them. The Daily Harbour has it from Radio Oure and Radio Oure from the Daily Harbour: a circle into which nothing leads.",
    evidence: [
      {
        relation: "contradicts",
        primary: true,
        external: "Photograph of the crew’s log, 15 May 2025, annex C of field note 12",
        comment: "Examined in the original file; its date and place agree with the tickets.",
      },
      { relation: "contradicts", article: "field-note", comment: "The authors crossed at 14.20." },
    ],
  },
];

/**
 * Found at a second reading, when the claim had its verdict already. The verdict stays and is said to be stale, until
 * somebody looks at it again.
 */
export const LATE_ATTRIBUTION: { claim: ClaimKey; attribution: DemonstrationAttribution } = {
  claim: "dozen",
  attribution: {
    article: "field-note",
    chain: [{ source: "oure-basin", access: "eyewitness", people: 2, named: ["Two members of the Group"] }],
    content: ["there are eleven fresh graves"],
    cue: ["What we saw"],
    stance: "asserts",
    factuality: "possible",
    quoteMode: "indirect",
    comment: "Graves, not soldiers: the note says itself that it does not know whose all of them are.",
  },
};
