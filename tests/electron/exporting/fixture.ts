import type { Change, RowOf, TableName } from "#domain/journal/change.ts";
import type { ReportFields } from "#domain/nouns/report.ts";
import type { Occasion } from "#electron/exporting/case-data.ts";
import { AT, builder, readerOf } from "./memory-case.ts";

export const OCCASION: Occasion = { author: "A. Analyst", at: "2031-05-16T14:20:00.000Z", version: "0.1.0" };

/** Words that would do harm wherever they were taken for anything but words. */
export const HOSTILE_LINES = [
  '<script>alert("1")</script> & <img src=x onerror=alert(2)>',
  "=cmd|' /C calc'!A0",
  "# No heading, **no emphasis**, _none_, `no code` and ~~no strike~~",
  "- no list, | no | table | cell |",
  "1. no numbered list",
  "\t\tno code block",
  "    nor here",
  "<!-- end of text -->",
  "[no link](https://evil.example) www.evil.example https://evil.example :smile: @nobody #12 $x$",
  "&lt;no entity&gt; <br> <sup>[C9](#claim-9)</sup> \\*backslash",
  "</div></section></main>",
  "> no quote",
  "---",
  "+ - = @",
];

/**
 * An invented case: a raid on a post by an imagined lake, in English, French and Arabic, with passages that cross, nest,
 * fall apart and run over paragraphs, and with hostile words everywhere that words can be typed.
 */
export function fixtureCase() {
  const make = builder();
  make.put("case_information", {
    id: make.id(),
    name: "Lake week <21>",
    description: "An imagined week.",
    createdAt: AT,
  });
  const wire = make.source("Northwire", {
    kind: "wire",
    descriptor: "Own reporters in the region; corrected itself on 16 May.",
  });
  const gazette = make.source("La Gazette du Lac", { kind: "outlet", descriptor: "Prints the wire." });
  const bahr = make.source("صحيفة البحر", { kind: "outlet", parentId: gazette.id });
  const front = make.source("Reed Front", {
    kind: "armed-group",
    party: true,
    descriptor: "Party to the event; gains by a high figure.",
  });
  const monitor = make.source("Lakeside Monitor", {
    kind: "monitor",
    descriptor: "Reads the group’s channels; no access to the place.",
  });
  const residents = make.source("Residents of Tamba", { kind: "witness", named: false, descriptor: "Were there." });
  const mayor = make.source("Mayor of Tamba", { kind: "official", descriptor: "=1+1 and | pipes\nin two lines" });
  const ministry = make.source("Defence ministry", { kind: "state-body", party: true });
  make.put("alias", { id: make.id(), sourceId: front.id, name: "RF <front>" });
  make.put("alias", { id: make.id(), sourceId: front.id, name: "Front of the Reeds" });
  make.grade(wire.id, "A");
  make.grade(monitor.id, "B");
  make.grade(front.id, "E");
  make.grade(front.id, "D", "2031-05-15T10:00:00.000Z", "its own losses");

  const english = make.article(
    "\uFEFFTAMBA (Northwire) – The Reed Front has claimed responsibility for a raid on the army post at Tamba in which it said 40 soldiers were killed 💥, the Lakeside Monitor said.\r\n\r\n\r\nThree residents 👨‍👩‍👧 said men on motorcycles entered the compound before dawn,\r\nand that they left again\tby noon.\r\nThe mayor counted “about a dozen” dead. The ministry has not commented. Cafe\u0301 owners fled.\r\n",
    {
      title: "Armed group says it killed 40 soldiers at river post",
      outletId: wire.id,
      byline: "Northwire staff",
      dateline: "TAMBA",
      url: "https://northwire.example/14/river-post?a=1&b=<2>",
      published: "2031-05-14T05:30",
      publishedPrecision: "time",
      originalName: "river post.txt",
    },
  );
  const french = make.article(
    "TAMBA – « Quarante soldats » ont été tués, affirme le Front des roseaux, cité par Northwire.\n\nL’armée dément toute perte : « C’est faux », a déclaré un porte-parole.",
    {
      title: "Raid à Tamba : l’armée dément",
      outletId: gazette.id,
      published: "2031-05-15",
      publishedPrecision: "day",
      language: "fr",
    },
  );
  const arabic = make.article("قالت جبهة القصب إنها قتلت 40 جندياً في الهجوم على موقع تامبا.\n\nلم تعلق وزارة الدفاع.", {
    title: "جبهة القصب تتبنى الهجوم",
    outletId: bahr.id,
    published: "2031-05",
    publishedPrecision: "month",
    language: "ar",
  });
  const hostile = make.article(HOSTILE_LINES.join("\n"), {
    title: '</title><script>alert("t")</script> | `code`',
    byline: '=HYPERLINK("http://evil.example")',
    url: "javascript:alert(1)",
    language: null,
    originalName: "<b>.txt",
  });

  const raid = make.claim("The post at Tamba was raided", {
    predicate: "occurrence",
    date: "2031-05-11",
    datePrecision: "week",
    place: "Tamba",
    placePrecision: "town",
  });
  const forty = make.claim("40 soldiers were killed", {
    predicate: "fatalities",
    low: 40,
    best: 40,
    high: 40,
    unit: "people",
  });
  const dozen = make.claim("About a dozen were killed", { predicate: "fatalities", low: -1.5, best: 12, high: null });
  const riders = make.claim("Men on motorcycles entered the compound");
  const silence = make.claim("=cmd|' /C calc'!A0 <script>alert(3)</script>", { predicate: "no-comment" });
  const bare = make.claim("'=nothing **carries** this | claim", { polarity: "negated" });

  const carried = [
    { source: front, words: "The Reed Front" },
    { source: monitor, words: "the Lakeside Monitor" },
    { source: wire },
  ];
  make.attribution(raid, english, {
    words: ["a raid on the army post at Tamba"],
    cue: ["has claimed responsibility for"],
    stance: "claims-responsibility",
    chain: carried,
  });
  // Crosses the raid: begins inside it and ends after it.
  make.attribution(forty, english, {
    words: ["at Tamba in which it said 40 soldiers were killed 💥"],
    chain: carried,
    comment: "The figure is the group’s.",
  });
  // Discontinuous, and its second part runs over two paragraphs.
  make.attribution(riders, english, {
    words: ["men on motorcycles entered", "before dawn,\nand that they left again\tby noon"],
    chain: [
      { source: residents, words: "Three residents 👨‍👩‍👧", access: "eyewitness", groupSize: 3 },
      { source: wire },
    ],
  });
  // Nested in the same words.
  make.attribution(raid, english, {
    words: ["entered the compound before dawn"],
    chain: [{ source: residents, access: "eyewitness", groupSize: 3 }, { source: wire }],
  });
  make.attribution(dozen, english, {
    words: ["“about a dozen” dead"],
    cue: ["counted"],
    chain: [{ source: mayor, words: "The mayor" }, { source: wire }],
  });
  make.attribution(silence, english, {
    words: ["The ministry has not commented"],
    stance: "declines-comment",
    chain: [{ source: ministry }, { source: wire }],
  });
  make.attribution(forty, french, {
    words: ["« Quarante soldats » ont été tués"],
    cue: ["affirme"],
    chain: [{ source: front, words: "le Front des roseaux" }, { source: wire }, { source: gazette }],
  });
  make.attribution(forty, french, {
    words: ["L’armée dément toute perte"],
    stance: "denies",
    chain: [{ source: ministry }, { source: gazette }],
  });
  make.attribution(forty, arabic, { words: ["قتلت 40 جندياً"], chain: [{ source: front }, { source: bahr }] });
  make.attribution(silence, hostile, { words: ['<script>alert("1")</script>'], stance: "blames" });
  make.attribution(silence, hostile, { words: ["| no | table | cell |\n1. no"], stance: "speculates" });

  const first = make.assess(raid, { assessedAt: "2031-05-15T10:00:00.000Z" });
  const second = make.assess(raid, {
    verdict: "corroborated",
    credibility: "2",
    likelihood: "very-likely",
    confidence: "moderate",
    rationale: "Residents and the group describe it apart from each other.",
    assessedAt: "2031-05-15T11:00:00.000Z",
  });
  make.put("evidence", {
    id: make.id(),
    assessmentId: second.id,
    position: 0,
    relation: "supports",
    primary: true,
    target: "article",
    targetId: english.id,
    location: "",
    comment: "Read in full.",
  });
  make.assess(forty, {
    verdict: "disputed",
    credibility: "4",
    rationale: "Only a party gives it.\n<b>Nobody</b> else.",
    overridden: [
      "Nobody with weight denies it: a dispute asks for a denial by a source that has a grade or is no party to the event, or for evidence that contradicts the claim.",
    ],
  });
  make.assess(dozen, { rationale: "=SUM(A1)" });
  // Since the assessments: a grade changes.
  make.grade(front.id, "D", "2031-05-16T08:00:00.000Z");

  const added = (table: TableName, row: RowOf<TableName>): Change => ({ table, id: row.id, before: null, after: row });
  make.entry(
    "Made the case",
    make.held.tables.case_information.map((row) => added("case_information", row)),
  );
  make.entry(
    "Added sources",
    make.held.tables.source.map((row) => added("source", row)),
  );
  make.entry("Claim “The post at Tamba was raided”", [added("claim", raid)]);
  make.entry("Assessed <raid>", [added("assessment", first)]);
  make.entry("Assessed <raid>", [{ table: "assessment", id: first.id, before: first, after: null }], "undone", 4);

  const report: ReportFields = {
    title: "Raid on the Tamba post, 11 May 2031 <draft>",
    judgements:
      "An armed raid on the army post at Tamba took place before dawn on 11 May.[C1][2] Corroborated: two first hops, of which one is no party.\n\nThe toll of 40 soldiers rests on the attackers’ statement alone.[C2] The mayor speaks of a dozen dead.[C3] We treat the figure as disputed.\nA pointer to nothing stays as it is: [C99], [99]. <script>alert(4)</script>",
    sourcingSummary: "Everything about the attackers’ aims comes from the attackers.[C2] No image could be verified.",
    methodAndLimits: "Read by one analyst.\n\nNobody was at the place.",
    claimIds: null,
    sections: ["judgements", "claims", "articles", "sources", "references", "method", "journal", "hashes"],
  };
  return {
    held: make.held,
    reader: readerOf(make.held),
    report,
    articles: { english, french, arabic, hostile },
    claims: { raid, forty, dozen, riders, silence, bare },
  };
}

/** The whole of what a generator writes. */
export function whole(chunks: Iterable<string>): string {
  return [...chunks].join("");
}
