import { generator, type Random } from "./random.ts";

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
const SYLLABLES =
  "ba be bo ca ce co da de di do fa fe fi ga go ha he hi ka ki la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo za ze".split(
    " ",
  );

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
    const length = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(""));
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
