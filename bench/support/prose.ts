import { generator, pick, type Random } from "./random.ts";

/**
 * Words as often as language has them: the word of rank r comes with a frequency of about 1 / (r + 2.7), as Zipf and
 * Mandelbrot found. Random words of a short list would make every search find everything, or nothing.
 */
const VOCABULARY_SIZE = 30_000;

const COMMON =
  "the of to and in a that for was on said with as at by he from is has were his it have had be an who will not but which its been are after their this they she or two more one would than when about her up out people some last there no new first".split(
    " ",
  );
const OF_THE_NEWS =
  "government police army capital president minister killed attack village region group military forces security state officials spokesman residents report border city water market river school hospital statement council election harbour".split(
    " ",
  );
/** Parts of English words, so that what tells languages takes the text for what it would meet in a newspaper. */
const BEGINNINGS =
  "con dis under over out pre re per mis fore with land night stone bright black green north south east west harb strong wood ship work rain field wind hall church bank high long short heart thorn brook".split(
    " ",
  );
const MIDDLES = "st ver nd ght ther mer ling wer ress ount ind act ort ain ell ist augh itch end ound ick orm".split(
  " ",
);
const ENDINGS =
  "ing ed er tion ment ness ly est ful ship ward land ton wick shire worth ford ham less ous ence able".split(" ");

/** The words of the vocabulary, the most frequent first; the same in every run. */
export const VOCABULARY: readonly string[] = vocabulary();

const CUMULATED = cumulated();

/** Words drawn from the vocabulary by their frequency. */
export function prose(words: number, random: Random): string {
  return Array.from({ length: words }, () => VOCABULARY[rankAt(random() * (CUMULATED.at(-1) ?? 0))]).join(" ");
}

function vocabulary(): string[] {
  const words = new Set([...COMMON, ...OF_THE_NEWS]);
  const random = generator(30_000);
  while (words.size < VOCABULARY_SIZE) {
    const middles = Array.from({ length: Math.floor(random() * 3) }, () => pick(MIDDLES, random)).join("");
    words.add(pick(BEGINNINGS, random) + middles + pick(ENDINGS, random));
  }
  return [...words];
}

function cumulated(): Float64Array {
  let sum = 0;
  return Float64Array.from(VOCABULARY, (_, rank) => {
    sum += 1 / (rank + 2.7);
    return sum;
  });
}

/** The rank whose share of the whole holds this place. */
function rankAt(place: number): number {
  let low = 0;
  let high = CUMULATED.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((CUMULATED[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
