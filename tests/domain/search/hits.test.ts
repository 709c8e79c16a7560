import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchWords } from "#domain/search/form.ts";
import { hitsIn } from "#domain/search/hits.ts";
import { parseQuery } from "#domain/search/parse-query.ts";
import { phrasesWanted } from "#domain/search/query.ts";
import { markedLine, snippetOf } from "#domain/search/snippet.ts";

/** The words of a text that a question finds, as they are written there. */
function found(text: string, question: string): string[] {
  const { query } = parseQuery(question);
  return [...hitsIn(text, phrasesWanted(query))].map(({ start, end }) => text.slice(start, end));
}

describe("where words stand in a text", () => {
  test.each([
    ["The ferry stopped. Ferrymen waited.", "ferry ", ["ferry"]],
    ["The ferry stopped. Ferrymen waited.", "ferr*", ["ferry", "Ferrymen"]],
    ["He said: “The ferry — stopped”, twice.", '"ferry stopped"', ["ferry — stopped"]],
    ["L’attaque d’Orléans a visé l’école.", "attaque ", ["attaque"]],
    ["L’attaque d’Orléans a visé l’école.", "ORLEANS ecole ", ["Orléans", "école"]],
    ["Un cœur, une manœuvre.", "coeur manoeuvre ", ["cœur", "manœuvre"]],
    ["The har\u00adbour was shut.", "harbour ", ["har\u00adbour"]],
    ["The harbour\u200b was shut.", "harbour ", ["harbour\u200b"]],
    ["قال أحمد إنّ المدرسةَ أُغلقت", "احمد ", ["أحمد"]],
    ["قال أحمد إنّ المدرسةَ أُغلقت", "المدرسه ", ["المدرسةَ"]],
    ["記者は北京大学で話した。", "北京 ", ["北京"]],
    ["記者は北京大学で話した。", "大 ", ["大"]],
    ["記者は北京大学で話した。", "北京大 ", ["北京大"]],
    ["記者は北京大学で話した。", "東京 ", []],
    ["The ferry stopped.\n\nSmoke rose.", '"stopped smoke"', ["stopped.\n\nSmoke"]],
    ["ferry", "-ferry ", []],
  ])("%s: %s", (text, question, expected) => expect(found(text, question)).toEqual(expected));

  test("every word of any text is found where it stands, and reads as the word that was asked for", () => {
    const letters = fc.constantFrom(..."abé œß.,’ -أةى\u0651北京の\u00ad\u200bไทย한\n😀");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), (parts) => {
        const text = parts.join("").normalize("NFC");
        const words = searchWords(text);
        const phrases = [...new Set(words)].map((word) => ({ words: [word], isBeginning: false }));
        const hits = [...hitsIn(text, phrases)];
        expect(hits.map(({ phrase }) => phrases[phrase]?.words[0])).toEqual(words);
        for (const { start, end, phrase } of hits) {
          expect(searchWords(text.slice(start, end))).toEqual(phrases[phrase]?.words);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("a text longer than is folded at a time is read as one", () => {
    const text = `${"ab cd ".repeat(4_000)}ferry stopped ${"é ".repeat(9_000)}smoke`;
    expect(found(text, '"ferry stopped" smoke ')).toEqual(["ferry stopped", "smoke"]);
    expect(found(text, "cd ")).toHaveLength(4_000);
  });
});

describe("a snippet", () => {
  const filling = "Nothing of note was said about it on that day or the next. ".repeat(8);
  const marked = ({ text, hits }: { text: string; hits: { start: number; end: number }[] }) =>
    hits.map(({ start, end }) => text.slice(start, end));

  test("shows the first place where most of what was asked stands together, and says where that is", () => {
    const text = `The ferry left. ${filling}\n\nWhen the smoke rose, the ferry turned. ${filling}The ferry and smoke.`;
    const { query } = parseQuery("ferry smoke ");
    const { snippet, at } = snippetOf(text, phrasesWanted(query));
    expect(marked(snippet)).toEqual(["smoke", "ferry"]);
    expect(at).toEqual({ start: text.indexOf("smoke"), end: text.indexOf("smoke") + 5 });
    expect(snippet.text).toMatch(/^….* When the smoke rose, the ferry turned\. .*…$/);
    expect(snippet.text.length).toBeLessThan(260);
  });

  test("is the beginning where there is no hit", () => {
    const { snippet, at } = snippetOf("One line.\nAnother.", []);
    expect({ snippet, at }).toEqual({ snippet: { text: "One line. Another.", hits: [] }, at: null });
    expect(snippetOf("", []).snippet.text).toBe("");
  });

  test("of any text and question it marks what was asked, and cuts no character", () => {
    const words = fc.constantFrom("ferry", "smoke", "北京", "👩‍👩‍👧", "é", "أحمد", "x".repeat(300), "\n", "，");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 120 }), fc.constantFrom(" ", ""), (parts, between) => {
        const text = parts.join(between).normalize("NFC");
        const phrases = phrasesWanted(parseQuery("ferry 北京 أحمد ").query);
        const { snippet, at } = snippetOf(text, phrases);
        expect(snippet.text.isWellFormed()).toBe(true);
        for (const words of marked(snippet))
          expect(["ferry", "北京", "أحمد"].some((one) => words.includes(one))).toBe(true);
        if (at) expect(["ferry", "北京", "أحمد"]).toContain(text.slice(at.start, at.end));
        expect(at !== null).toBe([...hitsIn(text, phrases)].length > 0);
        if (at) expect(snippet.hits.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("a title is marked all through, in the form in which it is shown", () => {
    const title = markedLine("Cafe\u0301 and cafés, and the café", phrasesWanted(parseQuery("caf*").query));
    expect(title.text).toBe("Café and cafés, and the café");
    expect(marked(title)).toEqual(["Café", "cafés", "café"]);
  });
});
