import { LEAST_CONTAINED, LEAST_JACCARD } from "./likeness.ts";
import { BANDS, SIGNATURE_LENGTH } from "./signature.ts";

/** Signatures one behind the other, 128 values each. Those of new texts stand first. */
export interface SignatureTable {
  values: Uint32Array;
  count: number;
  /** How many of them, from the first, are new. Pairs of two texts that are both old are not looked for. */
  fresh: number;
}

/** Pairs of places in the table, `one[n]` with `other[n]`, each pair once. */
export interface CandidatePairs {
  one: Uint32Array;
  other: Uint32Array;
}

/**
 * From so many texts with the same band on, the next one is linked to the first of them only: thousands of nearly the same
 * text make a star around a few, and not all pairs of them.
 */
export const CROWD = 32;

/** Of the old texts, so many of those that agree with a new one in the most values are linked to it. */
const MOST_LINKS = 200;

/** New texts are looked up in blocks, so that the tables of a block stay in the processor's cache. */
const BLOCK = 8_192;

/** So few new texts are held against every other one directly, which is quicker than to look them up. */
const FEW = 16;

/** As many bits as `bitOf` tells apart. */
const FILTER_BITS = 2 ** 16;

const ROWS_PER_BAND = SIGNATURE_LENGTH / BANDS;
const NOBODY = -1;

/**
 * Pairs of texts that may be alike, found by their MinHash signatures. Two texts meet where a band of two values is the
 * same in both (64 chances: nearly certain from a Jaccard of .3 on), or, for a short text within a long one, where two
 * single values are. What meets is kept where it agrees in as many of the 128 values as the thresholds of
 * `areAlike` let expect for texts of these sizes, less three standard deviations; the sizes are estimated from the
 * signatures themselves. Time grows with texts × new texts; memory with the pairs that are kept.
 */
export function candidatePairs(table: SignatureTable, tell: (done: number) => void = () => {}): CandidatePairs {
  const finder = new Finder(table);
  for (let from = 0; from < table.fresh; from += BLOCK) {
    finder.searchBlock(from, Math.min(from + BLOCK, table.fresh));
    tell(Math.min(from + BLOCK, table.fresh));
  }
  return finder.pairs();
}

/** How many distinct shingles a text has, estimated from its least hashes: n uniform hashes have a least of 1 in n + 1. */
export function estimatedSize(values: Uint32Array, text: number): number {
  let sum = 0;
  for (let at = text * SIGNATURE_LENGTH; at < (text + 1) * SIGNATURE_LENGTH; at++) sum += (values[at] ?? 0) / 2 ** 32;
  return Math.max(1, SIGNATURE_LENGTH / Math.max(sum, 1e-9) - 1);
}

class Finder {
  readonly #table: SignatureTable;
  readonly #sizes: Float32Array;
  /** By new text: the old ones that are nearest to it. */
  readonly #nearest = new Map<number, Nearest>();
  /** The text that each text was last held against, so that a pair that meets in many bands is looked at once. */
  readonly #heldAgainst: Int32Array;
  readonly #bands: Buckets[];
  readonly #rows: Buckets[];
  readonly #one: number[] = [];
  readonly #other: number[] = [];

  constructor(table: SignatureTable) {
    this.#table = table;
    this.#sizes = new Float32Array(table.count);
    this.#heldAgainst = new Int32Array(table.fresh).fill(NOBODY);
    const block = table.fresh <= FEW ? 0 : Math.min(BLOCK, table.fresh);
    const buckets = (count: number, width: number) =>
      Array.from({ length: count }, (_, index) => new Buckets(table.values, block, index * width, width));
    this.#bands = buckets(BANDS, ROWS_PER_BAND);
    this.#rows = buckets(SIGNATURE_LENGTH, 1);
  }

  pairs(): CandidatePairs {
    for (const [text, nearest] of this.#nearest) {
      for (const old of nearest.texts) this.#link(text, old);
    }
    this.#nearest.clear();
    return { one: Uint32Array.from(this.#one), other: Uint32Array.from(this.#other) };
  }

  /** Holds the new texts of a block against one another, and against every text behind the block. */
  searchBlock(from: number, to: number): void {
    if (this.#table.fresh <= FEW) {
      this.#holdAll();
      return;
    }
    for (const buckets of [...this.#bands, ...this.#rows]) buckets.clear(from);
    for (let text = from; text < this.#table.count; text++) {
      this.#meet(text);
      if (text >= to) continue;
      for (const buckets of this.#bands) buckets.add(text);
      for (const buckets of this.#rows) buckets.add(text);
    }
  }

  #holdAll(): void {
    for (let text = 1; text < this.#table.count; text++) {
      for (let other = 0; other < Math.min(text, this.#table.fresh); other++) this.#hold(text, other);
    }
  }

  #meet(text: number): void {
    for (const buckets of this.#bands) {
      const bucket = buckets.find(text);
      if (bucket === NOBODY) continue;
      if (buckets.isCrowded(bucket)) this.#hold(text, buckets.firstOf(bucket));
      else
        for (let other = buckets.lastOf(bucket); other !== NOBODY; other = buckets.before(other))
          this.#hold(text, other);
    }
    for (const buckets of this.#rows) {
      const bucket = buckets.find(text);
      // A single value that a crowd shares is that of a phrase which everybody prints.
      if (bucket === NOBODY || buckets.isCrowded(bucket)) continue;
      for (let other = buckets.lastOf(bucket); other !== NOBODY; other = buckets.before(other)) this.#hold(text, other);
    }
  }

  #hold(text: number, other: number): void {
    if (this.#heldAgainst[other] === text) return;
    this.#heldAgainst[other] = text;
    const agreements = this.#agreements(text, other);
    if (agreements < 2 || agreements < this.#agreementsNeeded(text, other)) return;
    if (text < this.#table.fresh) this.#link(other, text);
    else this.#nearestOf(other).add(text, agreements);
  }

  #link(one: number, other: number): void {
    this.#one.push(one);
    this.#other.push(other);
  }

  #nearestOf(text: number): Nearest {
    const known = this.#nearest.get(text);
    if (known) return known;
    const nearest = new Nearest();
    this.#nearest.set(text, nearest);
    return nearest;
  }

  #agreements(one: number, other: number): number {
    const { values } = this.#table;
    const from = one * SIGNATURE_LENGTH;
    const against = other * SIGNATURE_LENGTH;
    let agreements = 0;
    for (let index = 0; index < SIGNATURE_LENGTH; index++) {
      if (values[from + index] === values[against + index]) agreements++;
    }
    return agreements;
  }

  #agreementsNeeded(one: number, other: number): number {
    const [sizeOfOne, sizeOfOther] = [this.#sizeOf(one), this.#sizeOf(other)];
    const ratio = Math.min(sizeOfOne, sizeOfOther) / Math.max(sizeOfOne, sizeOfOther);
    const jaccard = Math.min(LEAST_JACCARD, (LEAST_CONTAINED * ratio) / (1 + (1 - LEAST_CONTAINED) * ratio));
    const expected = SIGNATURE_LENGTH * jaccard;
    return expected - 3 * Math.sqrt(expected);
  }

  #sizeOf(text: number): number {
    this.#sizes[text] ||= estimatedSize(this.#table.values, text);
    return this.#sizes[text] ?? 1;
  }
}

/** Of the old texts that meet a new one, the `MOST_LINKS` that agree with it in the most values; of equal ones the first. */
class Nearest {
  readonly texts: number[] = [];
  readonly #agreements: number[] = [];
  /** The place of the one that would go first. */
  #weakest = 0;

  add(text: number, agreements: number): void {
    if (this.texts.length < MOST_LINKS) {
      this.texts.push(text);
      this.#agreements.push(agreements);
      if (this.texts.length === MOST_LINKS) this.#weakest = this.#findWeakest();
    } else if (agreements > (this.#agreements[this.#weakest] ?? 0)) {
      this.texts[this.#weakest] = text;
      this.#agreements[this.#weakest] = agreements;
      this.#weakest = this.#findWeakest();
    }
  }

  #findWeakest(): number {
    let weakest = 0;
    for (let place = 1; place < this.texts.length; place++) {
      const less = (this.#agreements[weakest] ?? 0) - (this.#agreements[place] ?? 0);
      if (less > 0 || (less === 0 && (this.texts[place] ?? 0) > (this.texts[weakest] ?? 0))) weakest = place;
    }
    return weakest;
  }
}

/**
 * The texts of a block by what they have at one place of their signatures: a hash table with open addressing. What differs
 * and has the same hash of 32 bits shares a bucket, and is told apart when the whole signatures are held against each other.
 */
class Buckets {
  readonly #values: Uint32Array;
  readonly #at: number;
  readonly #width: number;
  readonly #mask: number;
  /** By slot: the hash, 0 where the slot is free; the first and the last text of its bucket, counted from the block's first; and how many there are. */
  readonly #hashes: Uint32Array;
  /** A bit for each hash that is there, so small that those of all places stay in the cache: most questions end here. */
  readonly #present = new Uint32Array(FILTER_BITS / 32);
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #size: Uint8Array;
  /** By text of the block: the one before it in its bucket. */
  readonly #before: Int32Array;
  #from = 0;

  constructor(values: Uint32Array, block: number, at: number, width: number) {
    this.#values = values;
    this.#at = at;
    this.#width = width;
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * block)));
    this.#mask = slots - 1;
    this.#hashes = new Uint32Array(slots);
    this.#first = new Int32Array(slots);
    this.#last = new Int32Array(slots);
    this.#size = new Uint8Array(slots);
    this.#before = new Int32Array(block);
  }

  clear(from: number): void {
    this.#from = from;
    this.#hashes.fill(0);
    this.#present.fill(0);
    this.#size.fill(0);
  }

  /** The slot of the bucket that a text belongs to, or NOBODY where there is no such bucket. */
  find(text: number): number {
    const hash = this.#hashOf(text);
    const bit = bitOf(hash);
    if (((this.#present[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return NOBODY;
    const slot = this.#slotOf(hash);
    return this.#hashes[slot] === 0 ? NOBODY : slot;
  }

  /** Puts a text of the block into its bucket. A crowd takes in nobody more. */
  add(text: number): void {
    const hash = this.#hashOf(text);
    const slot = this.#slotOf(hash);
    const place = text - this.#from;
    const size = this.#size[slot] ?? 0;
    if (size > CROWD) return;
    this.#hashes[slot] = hash;
    const bit = bitOf(hash);
    this.#present[bit >>> 5] = (this.#present[bit >>> 5] ?? 0) | (1 << (bit & 31));
    if (size === 0) this.#first[slot] = place;
    this.#before[place] = size === 0 ? NOBODY : (this.#last[slot] ?? NOBODY);
    this.#last[slot] = place;
    this.#size[slot] = size + 1;
  }

  isCrowded(slot: number): boolean {
    return (this.#size[slot] ?? 0) > CROWD;
  }

  firstOf(slot: number): number {
    return this.#from + (this.#first[slot] ?? 0);
  }

  lastOf(slot: number): number {
    return this.#from + (this.#last[slot] ?? 0);
  }

  before(text: number): number {
    const place = this.#before[text - this.#from] ?? NOBODY;
    return place === NOBODY ? NOBODY : this.#from + place;
  }

  #hashOf(text: number): number {
    const at = text * SIGNATURE_LENGTH + this.#at;
    let hash = this.#values[at] ?? 0;
    if (this.#width > 1) hash = Math.imul(hash ^ Math.imul(this.#values[at + 1] ?? 0, 0x85ebca6b), 0x9e3779b1) >>> 0;
    return hash === 0 ? 1 : hash;
  }

  #slotOf(hash: number): number {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

function bitOf(hash: number): number {
  return Math.imul(hash, 0xc2b2ae35) >>> 16;
}
