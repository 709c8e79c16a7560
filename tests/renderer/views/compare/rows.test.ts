import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf } from "#domain/likeness/difference.ts";
import { type Fragment, sideBySide } from "../../../../renderer/views/compare/rows.ts";

const laidOut = (one: string, other: string) => sideBySide(one, other, differenceOf(one, other));
const words = (fragments: readonly Fragment[]) => fragments.map((fragment) => fragment.words).join("");

describe("two texts side by side", () => {
  it("put paragraphs beside each other that end in the same words", () => {
    const { rows, differences } = laidOut(
      "A raid.\nForty died.\nThe end.",
      "A raid.\nAt least sixty people died.\nThe end.",
    );
    expect(rows.map(({ left, right }) => [words(left), words(right)])).toEqual([
      ["A raid.\n", "A raid.\n"],
      ["Forty died.\n", "At least sixty people died.\n"],
      ["The end.", "The end."],
    ]);
    expect(differences).toEqual([1]);
  });

  it("put a paragraph that only one has beside nothing", () => {
    const { rows } = laidOut("A raid.\nThe end.", "A raid.\nSomebody denied it.\nThe end.");
    expect(rows.map(({ left, right }) => [words(left), words(right)])).toEqual([
      ["A raid.\n", "A raid.\n"],
      ["The end.", "Somebody denied it.\nThe end."],
    ]);
  });

  it("count what was replaced as one difference, and white space as none", () => {
    expect(laidOut("It was red.", "It was blue.").differences).toHaveLength(1);
    expect(laidOut("It was red.", "It  was\nred.").differences).toEqual([]);
    expect(laidOut("a b c d e f", "x b c d e y").differences).toHaveLength(2);
  });

  it("hold every character of both, whatever they are, in rows that can be drawn", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "."), { maxLength: 60 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { rows, differences } = laidOut(one, other);
        expect(rows.map(({ left }) => words(left)).join("")).toBe(one);
        expect(rows.map(({ right }) => words(right)).join("")).toBe(other);
        for (const row of differences) expect(rows[row]).toBeDefined();
      }),
    );
    const long = Array.from({ length: 2_000 }, (_, line) => `Line ${line} of a text.\n`).join("");
    const { rows } = laidOut("", long);
    expect(Math.max(...rows.map(({ right }) => words(right).length))).toBeLessThan(4_000);
  });

  it("are marked nowhere where they have hardly a word in common, and paragraphs of like length stand side by side", () => {
    const english = [
      "Ferry stopped at the north landing\n\n",
      "The harbour office said on Monday that the ferry had been stopped before dawn, and that nobody had been hurt.\n\n",
      "Asked why, it said nothing.\n\n",
      "Two fishermen saw smoke over the engine house, and one of them heard shots from the far side of the lake.",
    ];
    const french = [
      "Le bac arrêté au débarcadère nord\n\n",
      "Le bureau du port a déclaré lundi que le bac avait été arrêté avant l’aube et que personne n’avait été blessé.\n\n",
      "Interrogé sur les raisons, il s’est tu.\n\n",
      "Deux pêcheurs ont vu de la fumée au-dessus de la salle des machines.\n\n",
      "L’un d’eux a entendu des tirs venant de l’autre rive.",
    ];
    const { rows, differences, isApart } = laidOut(english.join(""), french.join(""));
    expect(isApart).toBe(true);
    expect(differences).toEqual([]);
    expect(rows.map(({ left, right }) => [words(left), words(right)])).toEqual([
      [english[0], french[0]],
      [english[1], french[1]],
      [english[2], french[2]],
      [english[3], `${french[3]}${french[4]}`],
    ]);
    expect(rows.flatMap(({ left, right }) => [...left, ...right]).map(({ kind }) => kind)).not.toContain("only");
  });

  it("are marked as soon as a tenth of the shorter one stands in the other, however short it is", () => {
    expect(laidOut("A raid", "Nothing else").isApart).toBe(true);
    expect(laidOut("A raid.", "A raid on the post, and much that stands nowhere else.").isApart).toBe(false);
    expect(laidOut("", "Words.").isApart).toBe(false);
  });

  it("stand side by side by the numbers of their paragraphs where there are too many to weigh", () => {
    const lines = (word: string) => Array.from({ length: 1_100 }, (_, line) => `${word} ${word}${line}\n`).join("");
    const [one, other] = [lines("ferry"), `${lines("bac")}Fin.`];
    const { rows, isApart } = laidOut(one, other);
    expect(isApart).toBe(true);
    expect(rows).toHaveLength(1_101);
    expect(rows.map(({ left }) => words(left)).join("")).toBe(one);
    expect(rows.map(({ right }) => words(right)).join("")).toBe(other);
  });
});
