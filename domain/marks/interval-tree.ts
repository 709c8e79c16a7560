/** Something with a half-open range. */
interface Interval {
  start: number;
  end: number;
}

/**
 * A static interval tree: built once for the marks of a text, asked at every pointer move and scroll. An implicit
 * balanced tree over the items sorted by start, each node knowing the greatest end below it, so that a question costs
 * O(log n + answers) and building O(n log n).
 */
export class IntervalTree<Item extends Interval> {
  readonly #items: Item[];
  readonly #greatestEnd: Float64Array;

  constructor(items: Iterable<Item>) {
    this.#items = [...items].sort((one, other) => one.start - other.start || other.end - one.end);
    this.#greatestEnd = new Float64Array(this.#items.length);
    this.#measure(0, this.#items.length);
  }

  get size(): number {
    return this.#items.length;
  }

  /** The items that cover the offset, outermost first. */
  at(offset: number): Item[] {
    return this.overlapping(offset, offset + 1);
  }

  /** The items that share a character with `[start, end)`, by start and then longest first. */
  overlapping(start: number, end: number): Item[] {
    const found: Item[] = [];
    this.#collect(0, this.#items.length, start, end, found);
    return found;
  }

  #measure(low: number, high: number): number {
    if (low >= high) return Number.NEGATIVE_INFINITY;
    const middle = (low + high) >> 1;
    const own = this.#items[middle]?.end ?? Number.NEGATIVE_INFINITY;
    const greatest = Math.max(own, this.#measure(low, middle), this.#measure(middle + 1, high));
    this.#greatestEnd[middle] = greatest;
    return greatest;
  }

  #collect(low: number, high: number, start: number, end: number, found: Item[]): void {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    const item = this.#items[middle];
    if (item === undefined || (this.#greatestEnd[middle] ?? 0) <= start) return;
    this.#collect(low, middle, start, end, found);
    if (item.start < end) {
      if (item.end > start) found.push(item);
      this.#collect(middle + 1, high, start, end, found);
    }
  }
}
