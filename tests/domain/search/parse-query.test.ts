import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allWords } from "#domain/search/all-words.ts";
import { parseQuery } from "#domain/search/parse-query.ts";
import type { Query } from "#domain/search/query.ts";
import { anyQuestion } from "./questions.ts";

/** A question as its parts, short enough to be read: `and(ferry, not(smo*))`. */
function told(query: Query | null): string {
  if (query === null) return "nothing";
  switch (query.kind) {
    case "and":
    case "or":
      return `${query.kind}(${query.parts.map(told).join(", ")})`;
    case "not":
      return `not(${told(query.part)})`;
    case "words":
      return `${query.phrase.words.join("+")}${query.phrase.isBeginning ? "*" : ""}`;
    case "field": {
      const { field, ...asked } = query.question;
      if ("phrase" in asked) return `${field}:${asked.phrase.words.join("+")}${asked.phrase.isBeginning ? "*" : ""}`;
      return `${field}:${JSON.stringify(Object.values(asked))}`;
    }
  }
}

function askedBy(text: string): string {
  const { query, complaint } = parseQuery(text);
  expect(complaint, text).toBeNull();
  return told(query);
}

function complaintOf(text: string): { sentence: string; at: string } {
  const { complaint } = parseQuery(text);
  if (!complaint) throw new Error(`“${text}” was understood.`);
  return { sentence: complaint.sentence, at: text.slice(complaint.range.start, complaint.range.end) };
}

describe("what a question means", () => {
  test.each([
    ["ferry smoke ", "and(ferry, smoke)"],
    ["ferry AND smoke ", "and(ferry, smoke)"],
    ["a OR b c ", "or(a, and(b, c))"],
    ["(a OR b) c ", "and(or(a, b), c)"],
    ["a -b NOT c ", "and(a, not(b), not(c))"],
    ["NOT ferry ", "not(ferry)"],
    ["NOT NOT ferry ", "ferry"],
    ["-(a OR b) ", "not(or(a, b))"],
    ["and or not ", "and(and, or, not)"],
    ['"the ferry stopped" ', "the+ferry+stopped"],
    ["“the ferry” «à quai» ", "and(the+ferry, a+quai)"],
    ["„die Fähre“ 「渡船」 ", "and(die+fahre, 渡+船)"],
    ["ferr* boat ", "and(ferr*, boat)"],
    ['"the ferr"* ', "the+ferr*"],
    ["well-known ", "well+known"],
    ["l’attaque ", "l+attaque"],
    ["cœur ", "coeur"],
    ["ARRÊT ", "arret"],
    ["北京 大 ", "and(北+京, 大)"],
    ["（渡船　OR　港） ", "or(渡+船, 港)"],
    ["أحمد ", "احمد"],
    ["Minister: no ", "and(minister, no)"],
    ["https://harbour.example/a ", "https+harbour+example+a"],
    ["10:30 ", "10+30"],
    ["… ? -- * ", "nothing"],
    ["", "nothing"],
  ])("%s", (text, expected) => expect(askedBy(text)).toBe(expected));

  test.each([
    ["outlet:Northwire ", "outlet:northwire"],
    ['OUTLET:"Harbour Post" ', "outlet:harbour+post"],
    ["outlet:“Harbour Post” ", "outlet:harbour+post"],
    ["outlet： 北京 ", "outlet:北+京"],
    ["source:SITE title:ferr* ", "and(source:site, title:ferr*)"],
    ["lang:FR lang:pt_BR ", 'and(lang:["fr"], lang:["pt-br"])'],
    ["date:2025 ", 'date:["2025","2025"]'],
    ["date:2025-05-16 ", 'date:["2025-05-16","2025-05-16"]'],
    ["date:2025-05..2025-06 ", 'date:["2025-05","2025-06"]'],
    ["date:..2025-06 ", 'date:[null,"2025-06"]'],
    ["date:2025-05.. ", 'date:["2025-05",null]'],
    ["date:2025-05…2025-06 ", 'date:["2025-05","2025-06"]'],
    ["date:2025..2025-05 ", 'date:["2025","2025-05"]'],
    ["has:claim -has:copy ", 'and(has:[["claim"]], not(has:[["copy"]]))'],
    ["verdict:disputed provenance:unknown ", 'and(verdict:[["disputed"]], provenance:[["unknown"]])'],
    ['tag:"follow up" collection:Raid byline:Diallo ', "and(tag:follow+up, collection:raid, byline:diallo)"],
    ["tag:a:b ", "tag:a+b"],
    ["title:AND ", "title:and"],
  ])("%s", (text, expected) => expect(askedBy(text)).toBe(expected));
});

describe("a question that is still being typed", () => {
  test.each([
    ["ferry smo", "and(ferry, smo*)"],
    ["北京", "北+京*"],
    ["fe", "fe*"],
    ["f", "f"],
    ["ferry,", "ferry"],
    ["a OR", "a"],
    ["a AND ", "a"],
    ["a NOT", "a"],
    ["NOT", "nothing"],
    ["AND", "nothing"],
    ["a -", "a"],
    ['"the ferry sto', "the+ferry+sto*"],
    ['"the ferry stopped"', "the+ferry+stopped"],
    ["outlet:", "nothing"],
    ["a outlet:", "a"],
    ["outlet:Nor", "outlet:nor*"],
    ["lang:f", "nothing"],
    ["lang:fr", 'lang:["fr"]'],
    ["lang:fr-", "nothing"],
    ["verdict:un", 'verdict:[["untriaged","unverified","unverifiable"]]'],
    ["has:d", 'has:[["date","dateline"]]'],
    ["has:date", 'has:[["date"]]'],
    ["date:20", "nothing"],
    ["date:2025-", 'date:["2025","2025"]'],
    ["date:2025-1", 'date:["2025","2025"]'],
    ["date:2025-05-", 'date:["2025-05","2025-05"]'],
    ["date:2025-05.", 'date:["2025-05","2025-05"]'],
    ["date:2025-05..", 'date:["2025-05",null]'],
    ["date:2025-05..20", 'date:["2025-05",null]'],
    ["oulet:", "oulet"],
  ])("%s", (text, expected) => expect(askedBy(text)).toBe(expected));
});

describe("a question that cannot be asked", () => {
  test.each([
    ["ferry (a OR b", "The bracket that opens here is never closed.", "("],
    ["ferry) b", "The bracket that closes here was never opened.", ")"],
    ["a () b", "Between these brackets stands nothing.", "()"],
    ["oulet:x", "There is no field “oulet”. Do you mean “outlet”?", "oulet:"],
    ["lnag:fr", "There is no field “lnag”. Do you mean “lang”?", "lnag:"],
    ["language:fr", "There is no field “language”. Do you mean “lang”?", "language:"],
    ["name:x", "There is no field “name”. To look for the words, put them in quotation marks.", "name:"],
    ["date:2025-13", "2025-13 is no month.", "2025-13"],
    ["date:2025-02-30", "2025-02-30 is no day.", "2025-02-30"],
    [
      "date:2025-1 a",
      "“2025-1” is no date. Write 2025, 2025-05 or 2025-05-16, and a span as 2025-05..2025-06.",
      "2025-1",
    ],
    [
      "date:2025-06..2025-05 a",
      "The span 2025-06..2025-05 ends before it begins. Write the earlier date first.",
      "2025-06..2025-05",
    ],
    ["has:cat x", "“has:” cannot be “cat”. It is one of claim, note, copy, tag, url, date and dateline.", "cat"],
    ["lang:french x", "“french” is no code of a language. Write “lang:fr” or “lang:ar”.", "french"],
    ["a AND OR b", "Between “AND” and “OR” something is missing.", "OR"],
    ["OR b", "Before “OR” something is missing.", "OR"],
    ["(a OR) b", "Behind “OR” something is missing.", "OR"],
    ["(NOT) b", "Behind “NOT” something is missing.", "NOT"],
    ["fe*ry a", "An asterisk stands behind the beginning of a word, and nowhere else.", "fe*ry"],
    ["outlet:(a b)", "“outlet:” takes one value. Write “outlet:… OR outlet:…”.", "outlet:("],
    ["outlet: OR b", "Behind “outlet:” a value is missing.", "outlet:"],
    [`${"(".repeat(11)}a${")".repeat(11)}`, "Brackets can stand in one another 10 deep. Ask this in parts.", "("],
  ])("%s", (text, sentence, at) => expect(complaintOf(text)).toEqual({ sentence, at }));
});

test("every string is understood or complained of, and a complaint points into it", () => {
  fc.assert(
    fc.property(anyQuestion, (text) => {
      const { query, complaint } = parseQuery(text);
      if (complaint) {
        expect(query).toBeNull();
        expect(complaint.sentence).toMatch(/^[“A-Z\d].*[.?]$/su);
        expect(complaint.range.start).toBeLessThan(complaint.range.end);
        expect(complaint.range.end).toBeLessThanOrEqual(text.length);
      } else if (query) {
        expect(wordsAreNeverEmpty(query)).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

function wordsAreNeverEmpty(query: Query): boolean {
  switch (query.kind) {
    case "and":
    case "or":
      return query.parts.length > 1 && query.parts.every(wordsAreNeverEmpty);
    case "not":
      return query.part.kind !== "not" && wordsAreNeverEmpty(query.part);
    case "words":
      return query.phrase.words.length > 0 && query.phrase.words.every((word) => word !== "");
    case "field":
      return !("phrase" in query.question) || query.question.phrase.words.length > 0;
  }
}

test("all words of what is no question are asked for, and nothing between them has a meaning", () => {
  expect(askedBy(allWords("resid OR “l’île” name:x (a*"))).toBe("and(resid*, or*, l*, ile*, name*, x*, a*)");
  expect(allWords("?! —")).toBe("");
  fc.assert(
    fc.property(anyQuestion, (typed) => {
      expect(parseQuery(allWords(typed)).complaint).toBeNull();
    }),
  );
});
