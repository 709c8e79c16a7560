import { type CandidatePairs, candidatePairs } from "#domain/likeness/candidates.ts";
import { differenceOf } from "#domain/likeness/difference.ts";
import { areAlike, likenessOf, type Shingles, sortedShingles } from "#domain/likeness/likeness.ts";
import { SIGNATURE_LENGTH, signatureOf } from "#domain/likeness/signature.ts";
import { IS_SMALL, introduce, printFigures, printTable, timed } from "./support/measuring.ts";
import { prose } from "./support/prose.ts";
import { generator, type Random } from "./support/random.ts";

/** How many texts are looked through. */
const TEXTS = IS_SMALL ? 5_000 : 100_000;

/** A pair that was made alike, by the places of its texts. */
interface Made {
  one: number;
  other: number;
  kind: "rewritten" | "contained";
}

/**
 * Texts of 120 to 560 words. One in ten is rewritten: each of its words is exchanged with a chance of up to 16 %. One in
 * twenty is printed whole within a text that is two to twenty-one times as long.
 */
function corpus(count: number, random: Random): { texts: string[]; made: Made[] } {
  const texts: string[] = [];
  const made: Made[] = [];
  const paragraphs = (number: number) => Array.from({ length: number }, () => prose(40, random));
  while (texts.length < count) {
    const story = paragraphs(3 + Math.floor(random() * 12));
    const one = texts.push(story.join("\n")) - 1;
    if (random() < 0.1) {
      const rate = random() * 0.16;
      const words = story.join("\n").split(" ");
      const rewritten = words.map((word) => (random() < rate ? prose(1, random) : word)).join(" ");
      made.push({ one, other: texts.push(rewritten) - 1, kind: "rewritten" });
    }
    if (random() < 0.05) {
      const around = paragraphs((1 + Math.floor(random() * 20)) * story.length);
      const half = Math.floor(around.length / 2);
      const longer = [...around.slice(0, half), ...story, ...around.slice(half)].join("\n");
      made.push({ one, other: texts.push(longer) - 1, kind: "contained" });
    }
  }
  return { texts, made };
}

introduce("Copies: finding them, and showing two texts side by side");
const random = generator(7);
const { texts, made } = corpus(TEXTS, random);

const values = new Uint32Array(texts.length * SIGNATURE_LENGTH);
const signing = await timed(() => {
  for (const [place, text] of texts.entries()) {
    values.set(new Uint32Array(signatureOf(text).buffer), place * SIGNATURE_LENGTH);
  }
});
const shingles: Shingles[] = [];
await timed(() => shingles.push(...texts.map(sortedShingles)));
const table = { values, count: texts.length };
let pairs: CandidatePairs = { one: new Uint32Array(0), other: new Uint32Array(0) };
const searching = await timed(() => {
  pairs = candidatePairs({ ...table, fresh: texts.length });
});
const searchingOne = await timed(() => candidatePairs({ ...table, fresh: 1 }));
let alike = 0;
const checking = await timed(() => {
  for (const [index, one] of pairs.one.entries()) {
    const [left, right] = [shingles[one], shingles[pairs.other[index] ?? 0]];
    if (left && right && areAlike(left, right)) alike++;
  }
});

console.log(
  `\n${texts.length.toLocaleString("en")} texts, ${pairs.one.length.toLocaleString("en")} candidates, of which`,
);
console.log(`${alike.toLocaleString("en")} are alike when their words are counted`);
printTable(
  ["", "milliseconds", "a text"],
  (
    [
      ["signatures", signing],
      ["candidates among all", searching],
      ["candidates of one new text", searchingOne],
      ["exact likeness of the candidates", checking],
    ] as const
  ).map(([what, time]) => [what, time.toFixed(0), (time / texts.length).toFixed(4)]),
);

const found = new Set(Array.from(pairs.one, (one, index) => `${one} ${pairs.other[index]}`));
const rows = (["rewritten", "contained"] as const).flatMap((kind) =>
  ([0.05, 0.1, 0.2, 0.3, 0.5] as const).flatMap((low, index, bounds) => {
    const high = bounds[index + 1] ?? 1.01;
    const meant = made.filter(({ one, other, kind: made }) => {
      const [left, right] = [shingles[one], shingles[other]];
      if (made !== kind || !left || !right) return false;
      const likeness = likenessOf(left, right);
      return likeness.jaccard >= low && likeness.jaccard < high && areAlike(left, right, likeness);
    });
    if (meant.length === 0) return [];
    const hits = meant.filter(({ one, other }) => found.has(`${one} ${other}`)).length;
    return [[`${kind}, Jaccard from ${low}`, String(meant.length), `${((100 * hits) / meant.length).toFixed(2)} %`]];
  }),
);
printTable(["alike", "pairs", "found"], rows);

const megabyte = Array.from({ length: 2_800 }, () => prose(60, random)).join("\n\n");
const other = Array.from({ length: 2_800 }, () => prose(60, random)).join("\n\n");
const exchanged = megabyte.split(" ").map((word) => (random() < 0.05 ? "changed" : word));
printFigures([
  {
    what: "side by side, 1 MB, one word in twenty changed",
    times: [await timed(() => differenceOf(megabyte, exchanged.join(" ")))],
  },
  { what: "side by side, 1 MB, nothing in common", times: [await timed(() => differenceOf(megabyte, other))] },
  {
    what: "side by side, 1 MB, paragraphs shuffled",
    times: [await timed(() => differenceOf(megabyte, megabyte.split("\n\n").sort().join("\n\n")))],
  },
]);
