import { describe, expect, it } from "vitest";
import { adviseVerdict, type GivenVerdict, type VerdictFacts, verdictsAfter } from "#domain/rules/verdict.ts";
import { VERDICT_CODES, type Verdict } from "#domain/vocabulary/verdicts.ts";

/** Facts by which every guard is met. */
const FULL: VerdictFacts = {
  firstHops: 2,
  firstHopsNoParty: 1,
  weightyDenials: 1,
  evidence: [
    { relation: "supports", primary: true },
    { relation: "contradicts", primary: false },
  ],
  newEvidence: true,
  rationale: "Because.",
  methods: "Reverse image search.",
};

const GIVEN = VERDICT_CODES.filter((verdict) => verdict !== "untriaged") as GivenVerdict[];

/** From each verdict, those that may follow, read from the standard's table; the verdict itself may be given again. */
const TABLE: Record<Verdict, GivenVerdict[]> = {
  untriaged: ["unverified", "disputed", "unverifiable", "withdrawn"],
  unverified: ["unverified", "corroborated", "verified", "disputed", "refuted", "unverifiable", "withdrawn"],
  corroborated: ["corroborated", "unverified", "verified", "disputed", "refuted", "withdrawn"],
  verified: ["verified", "disputed", "unverified", "withdrawn"],
  disputed: ["disputed", "unverified", "corroborated", "verified", "refuted", "withdrawn"],
  refuted: ["refuted", "disputed", "unverified", "withdrawn"],
  unverifiable: ["unverifiable", "unverified", "withdrawn"],
  withdrawn: [],
};

const EVERY_PAIR = VERDICT_CODES.flatMap((from) =>
  GIVEN.map((to) => ({ from, to, allowed: TABLE[from].includes(to) })),
);

describe("transitions", () => {
  it.each(EVERY_PAIR)("$from → $to: $allowed", ({ from, to, allowed }) => {
    expect(verdictsAfter(from).includes(to)).toBe(allowed);
    const { refusal } = adviseVerdict(from, to, FULL);
    if (allowed) expect(refusal).toBeNull();
    else expect(refusal).toMatch(/^A .*\.$/);
  });

  it("never return to untriaged", () => {
    for (const from of VERDICT_CODES) expect(verdictsAfter(from)).not.toContain("untriaged");
  });

  it("lead to withdrawn from anywhere, and nowhere from there", () => {
    for (const from of VERDICT_CODES.filter((verdict) => verdict !== "withdrawn")) {
      expect(verdictsAfter(from)).toContain("withdrawn");
    }
    expect(adviseVerdict("withdrawn", "unverified", FULL).refusal).toBe("A withdrawn claim keeps its verdict.");
  });

  it("name what is possible where one is refused", () => {
    expect(adviseVerdict("untriaged", "verified", FULL).refusal).toBe(
      "A claim that is untriaged cannot become verified; it can become unverified, disputed, unverifiable, withdrawn.",
    );
  });
});

describe("rationale", () => {
  const silent = { ...FULL, rationale: " \n " };

  it.each(EVERY_PAIR.filter(({ allowed }) => allowed))("$from → $to", ({ from, to }) => {
    const { refusal } = adviseVerdict(from, to, silent);
    if (from === "untriaged" && to === "unverified") expect(refusal).toBeNull();
    else expect(refusal).toBe("Say why: this verdict needs a rationale.");
  });
});

describe("guards", () => {
  const refusal = (to: GivenVerdict, facts: Partial<VerdictFacts>, from: Verdict) =>
    adviseVerdict(from, to, { ...FULL, ...facts }).refusal;
  const unmet = (to: GivenVerdict, facts: Partial<VerdictFacts>, from: Verdict = "unverified") =>
    adviseVerdict(from, to, { ...FULL, ...facts }).unmet;

  it("are all met by facts that meet them", () => {
    for (const to of GIVEN) expect(unmet(to, {})).toEqual([]);
  });

  it("advise and do not refuse", () => {
    const nothing = { ...FULL, firstHops: 0, firstHopsNoParty: 0, weightyDenials: 0, evidence: [], methods: "" };
    for (const to of GIVEN) expect(adviseVerdict("unverified", to, nothing).refusal).toBeNull();
  });

  it("ask of corroboration two origins, and one that is no party", () => {
    expect(unmet("corroborated", { firstHops: 1 })).toEqual([
      "Corroboration asks for two origins or more; one was found, counting distinct first hops.",
    ]);
    expect(unmet("corroborated", { firstHops: 0, firstHopsNoParty: 0 })).toHaveLength(2);
    expect(unmet("corroborated", { firstHops: 3, firstHopsNoParty: 0 })).toEqual([
      "Every first hop is a party to the event; one that is not is needed.",
    ]);
  });

  it("ask of verification primary evidence that supports", () => {
    for (const evidence of [
      [],
      [{ relation: "supports", primary: false }],
      [{ relation: "contradicts", primary: true }],
      [{ relation: "context", primary: true }],
    ] as const) {
      expect(unmet("verified", { evidence })).toHaveLength(1);
    }
    expect(unmet("verified", { evidence: [{ relation: "supports", primary: true }] })).toEqual([]);
  });

  it("ask of a dispute a weighty denial or evidence that contradicts", () => {
    expect(unmet("disputed", { weightyDenials: 0, evidence: [] })).toHaveLength(1);
    expect(unmet("disputed", { weightyDenials: 1, evidence: [] })).toEqual([]);
    expect(unmet("disputed", { weightyDenials: 0, evidence: [{ relation: "contradicts", primary: false }] })).toEqual(
      [],
    );
  });

  it("ask of refutation evidence that contradicts", () => {
    expect(unmet("refuted", { evidence: [{ relation: "supports", primary: true }] })).toHaveLength(1);
    expect(unmet("refuted", { evidence: [{ relation: "contradicts", primary: false }] })).toEqual([]);
  });

  it("ask of what is unverifiable that the methods are listed", () => {
    expect(unmet("unverifiable", { methods: "  " })).toHaveLength(1);
  });

  it("ask of reopening evidence that is new", () => {
    for (const from of ["verified", "refuted"] as const) {
      for (const to of ["disputed", "unverified"] as const) {
        expect(refusal(to, { newEvidence: false }, from)).toContain("reopened by new evidence only");
        expect(refusal(to, { newEvidence: true }, from)).toBeNull();
      }
      expect(refusal(from, { newEvidence: false }, from)).toBeNull();
      expect(refusal("withdrawn", { newEvidence: false }, from)).toBeNull();
    }
    expect(refusal("disputed", { newEvidence: false }, "corroborated")).toBeNull();
  });
});
