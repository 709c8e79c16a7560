import type { SourceFields } from "#domain/nouns/source.ts";
import type { Reliability } from "#domain/vocabulary/admiralty.ts";

/** A source of the demonstration, with its other names and its grades in the order in which they were given. */
export interface DemonstrationSource extends Omit<SourceFields, "named" | "party" | "parentId"> {
  /** True for “two security sources”: somebody who is described but not named. */
  unnamed?: true;
  /** True where the source is a party to the events. */
  party?: true;
  /** Who owns or controls it, by its key; that source stands before this one. */
  parent?: string;
  aliases?: readonly string[];
  grades?: readonly { letter: Reliability; scope?: string; rationale: string }[];
}

/** Everybody who speaks or carries in the week at the lake: the parties first, then the carriers, then the voices. */
export const SOURCES = {
  "reed-front": {
    name: "Reed Front",
    kind: "armed-group",
    party: true,
    descriptor:
      "Speaks through one channel of its own. Took part in the raid and so knows what happened; gains by a high figure for the dead of the other side. Never speaks of its own losses.",
    aliases: ["Front des roseaux", "جبهة القصب", "the front"],
    grades: [
      {
        letter: "E",
        rationale: "In February it announced twenty-five dead at Kell, where nine soldiers were buried.",
      },
    ],
  },
  ministry: {
    name: "Ministry of Defence",
    kind: "state-body",
    party: true,
    descriptor:
      "Has its own soldiers’ reports and the pay rolls. Party to the event: gains by a low figure and by the post never having been lost. Forbids its personnel to speak to reporters.",
    aliases: ["defence ministry", "وزارة الدفاع"],
    grades: [
      {
        letter: "D",
        rationale: "Its numbers after Kell were raised twice. What it says against its own interest has held so far.",
      },
    ],
  },
  "army-officer": {
    name: "Army officer (Halcyon Wire)",
    kind: "official",
    unnamed: true,
    party: true,
    descriptor:
      "One officer, anonymous, access not stated. Speaks against the line of the ministry and at some risk to himself.",
  },
  "security-sources": {
    name: "Two security sources (Northwire)",
    kind: "official",
    unnamed: true,
    party: true,
    descriptor: "Two people of the security forces, anonymous, access not stated. Belong to a party to the event.",
  },
  "security-source": {
    name: "Senior security source (Al Bahr)",
    kind: "official",
    unnamed: true,
    party: true,
    descriptor:
      "One person, anonymous because not allowed to speak to the press. May be one of the two who spoke to Northwire; nothing in the texts rules it out.",
  },

  "lakeside-monitor": {
    name: "Lakeside Monitor",
    kind: "monitor",
    descriptor:
      "Reads and translates the channels of armed groups. Has nobody in the region; says what it has not checked.",
    aliases: ["the Monitor", "مرصد البحيرة"],
    grades: [
      { letter: "B", rationale: "Three years of accurate translations; marks what it cannot check." },
      {
        letter: "C",
        scope: "its tallies of attacks",
        rationale: "Had to take back the attack of March, which it had put in the wrong place.",
      },
    ],
  },
  northwire: {
    name: "Northwire",
    kind: "wire",
    descriptor: "News agency with reporters of its own in the region. Corrects itself in public and says what changed.",
    aliases: ["نورثواير"],
    grades: [
      { letter: "B", rationale: "Long record; two of its stories of last year could not be retraced." },
      { letter: "A", rationale: "On review both stories held. Keeps its words apart from those of its sources." },
    ],
  },
  "halcyon-wire": {
    name: "Halcyon Wire",
    kind: "wire",
    descriptor: "News agency that works from the capital by telephone. Says how it reached the people it quotes.",
    grades: [{ letter: "B", rationale: "Good record; seldom at the place itself." }],
  },
  "daily-harbour": {
    name: "Daily Harbour",
    kind: "outlet",
    descriptor:
      "Local paper and site. Prints the wires, and sharpens them; little reporting of its own beyond the harbour.",
    grades: [
      { letter: "F", rationale: "Not used by us before this week." },
      {
        letter: "D",
        rationale: "Dropped “Northwire could not verify” from the wire, and printed the ferry story on hearsay.",
      },
    ],
  },
  "courrier-du-lac": {
    name: "Courrier du Lac",
    kind: "outlet",
    descriptor: "French-language weekly of the region with a correspondent who was in Tamba on 14 and 15 May.",
    grades: [{ letter: "B", rationale: "Names its sources and says what its own people saw." }],
  },
  "al-bahr": {
    name: "Al Bahr",
    kind: "outlet",
    descriptor: "Arabic-language daily with contacts in the security forces. Says from whom it takes what it prints.",
    aliases: ["البحر"],
    grades: [{ letter: "C", rationale: "Sound on who said what; leans on unnamed officials." }],
  },
  "radio-oure": {
    name: "Radio Oure",
    kind: "outlet",
    descriptor: "Town station. Puts callers on the air unchecked and reads from the papers.",
    grades: [{ letter: "D", rationale: "Passed on the closing of the ferry with the harbour in walking distance." }],
  },
  trendbrief: {
    name: "TrendBrief",
    kind: "outlet",
    descriptor: "Site without imprint. No names, dates or sources; the style suggests that texts are made by machine.",
    grades: [{ letter: "E", rationale: "Nothing in it can be traced; where it can be compared, it exaggerates." }],
  },
  "oure-basin": {
    name: "Oure Basin Documentation Group",
    kind: "ngo",
    descriptor:
      "Small group that documents harm to civilians. Was in Oure and Tamba on 15 and 16 May; not in the post.",
    grades: [{ letter: "B", rationale: "Method stated, sight and hearsay kept apart; a short record so far." }],
  },

  mayor: {
    name: "Hélias Morvanne, mayor of Tamba",
    kind: "official",
    descriptor: "Lives in Tamba and was there. Elected against the party in government, which may colour what he says.",
    aliases: ["mayor of Tamba", "maire de Tamba"],
    grades: [{ letter: "C", rationale: "Speaks under his name of what he saw; known to us from one earlier matter." }],
  },
  residents: {
    name: "Three residents of Tamba (Northwire)",
    kind: "witness",
    unnamed: true,
    descriptor: "Three people who heard the shooting. One beginning of three people: they were asked together.",
  },
  teacher: {
    name: "Teacher in Tamba (Northwire)",
    kind: "witness",
    unnamed: true,
    descriptor: "One of the three residents, quoted apart for what she alone saw.",
  },
  nurse: {
    name: "Nurse at the health centre (Halcyon Wire)",
    kind: "witness",
    unnamed: true,
    descriptor: "Works where the wounded were brought; no access to the post. Spoke by telephone against the rules.",
  },
  fisherman: {
    name: "Fisherman by the landing (Halcyon Wire)",
    kind: "witness",
    unnamed: true,
    descriptor: "Lives beside the landing of Tamba. Saw the water, not the post.",
  },
  "resident-by-telephone": {
    name: "Resident of Tamba (Al Bahr)",
    kind: "witness",
    unnamed: true,
    descriptor: "One person, by telephone. Saw smoke from outside the post.",
  },
  "fish-seller": {
    name: "Fish seller at Tamba market",
    kind: "witness",
    unnamed: true,
    descriptor: "Heard the shooting and says plainly that she did not see who shot.",
  },
  caller: {
    name: "Caller to Radio Oure",
    kind: "witness",
    unnamed: true,
    descriptor: "Cannot see the landing; repeats a cousin.",
  },
  "caller-cousin": {
    name: "The caller’s cousin",
    kind: "witness",
    unnamed: true,
    descriptor: "Known only through the caller.",
  },
  "delta-risk": {
    name: "Delta Risk",
    kind: "other",
    descriptor: "Consultancy that sells outlooks on the region and so has an interest in being quoted.",
  },
  "ada-lindqvist": {
    name: "Ada Lindqvist",
    kind: "expert",
    parent: "delta-risk",
    descriptor: "Analyst at Delta Risk. Speaks from knowledge of the group; was not in the region.",
    grades: [{ letter: "C", rationale: "Two of her three outlooks of last year came true." }],
  },
  video: {
    name: "Video of 41 seconds, posted 12 May",
    kind: "media-item",
    descriptor: "Came with the statement of the Reed Front. No sound, no landmark, no metadata.",
  },
  register: {
    name: "Admission register of the health centre, Tamba",
    kind: "document",
    descriptor: "Kept by the staff day by day. Read by the Documentation Group, not by us.",
  },
} as const satisfies Record<string, DemonstrationSource>;

export type SourceKey = keyof typeof SOURCES;
