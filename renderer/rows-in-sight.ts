import { hashKey, QueriesObserver, type QueryFunction, type QueryKey } from "@tanstack/react-query";
import type { Page } from "#domain/contract/base.ts";
import { queryClient } from "./workbench.ts";

/** Rows this close to what is in sight are asked for before they are seen. */
const AHEAD = 40;
/** Pages that are only flown over by the scroll bar are not asked for; this many milliseconds tell. */
const FLYING = 60;

/** A page of a list as TanStack Query asks for it; `queryOptions` of the contract gives one. */
export interface PageQuery<Row> {
  queryKey: QueryKey;
  queryFn: QueryFunction<Page<Row>>;
}

/** Gives the page that begins at a position. */
type AskPage<Row> = (at: number) => PageQuery<Row>;

/** What is known of a list at a moment. */
export interface KnownRows<Row> {
  /** Tells one question from another: the positions of one mean nothing in another. */
  question: string;
  total: number;
  /** Whether nothing is known yet, of this question or one before. */
  isPending: boolean;
  error: Error | null;
  /** The row at a position; undefined while it is still to come. */
  rowAt: (position: number) => Row | undefined;
  /** The rows that are there, with their positions. */
  loaded: () => Iterable<readonly [number, Row]>;
}

/** The rows of a list of any length, by their positions; only those near what is in sight are there. */
export interface TableRows<Row> {
  /** Tells a listener whenever something else is known; gives the way to stop it. */
  subscribe: (listener: () => void) => () => void;
  /** The same object until something else is known. */
  current: () => KnownRows<Row>;
  /** Says which positions are in sight, in the answer to which question. */
  look: (question: string, first: number, last: number) => void;
  /** All rows from one position to another, both included, wherever they are. */
  between: (first: number, last: number) => Promise<Row[]>;
}

interface Known<Row> extends KnownRows<Row> {
  /** The rows of each page that is there, by the number of the page. */
  pages: ReadonlyMap<number, readonly Row[]>;
}

/**
 * The rows of a list, fetched by pages as they come in sight. They are kept outside of React, so that scrolling draws
 * the table anew and not the view around it. Until a new question is answered the old rows stay.
 */
export class RowsInSight<Row> implements TableRows<Row> {
  readonly #pageSize: number;
  readonly #listeners = new Set<() => void>();
  readonly #observer: QueriesObserver;
  #askPage: AskPage<Row>;
  #question: string;
  /** The numbers of the pages that are asked for, in the order of the observer’s answers. */
  #pages: number[];
  #known: Known<Row>;
  #flying: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  constructor(askPage: AskPage<Row>, pageSize: number) {
    this.#pageSize = pageSize;
    this.#askPage = askPage;
    this.#question = questionOf(askPage);
    this.#pages = this.#pagesNear(0, 0);
    this.#observer = new QueriesObserver(queryClient, this.#queries());
    this.#known = this.#knownFrom({ question: this.#question, total: 0, pages: new Map() });
  }

  readonly current = (): KnownRows<Row> => this.#known;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#stop = this.#observer.subscribe(this.#update);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#flying);
      this.#stop?.();
    };
  };

  /** Asks something else, where it is something else: the list is then seen from its beginning. */
  ask(askPage: AskPage<Row>): void {
    this.#askPage = askPage;
    const question = questionOf(askPage);
    if (question === this.#question) return;
    this.#question = question;
    this.#turnTo(this.#pagesNear(0, 0));
  }

  readonly look = (question: string, first: number, last: number): void => {
    clearTimeout(this.#flying);
    // Rows of an earlier question may be on the screen still; where they stand says nothing.
    if (question !== this.#question) return;
    const near = this.#pagesNear(first, last);
    const [from = 0, to = 0] = [near[0], near.at(-1)];
    const [before = 0, behind = 0] = [this.#pages[0], this.#pages.at(-1)];
    if (from === before && to === behind) return;
    if (from <= behind + 1 && to >= before - 1) this.#turnTo(near);
    else this.#flying = setTimeout(() => this.#turnTo(near), FLYING);
  };

  readonly between = async (first: number, last: number): Promise<Row[]> => {
    const askPage = this.#askPage;
    const found: Row[] = [];
    for (let at = first - (first % this.#pageSize); at <= last; at += this.#pageSize) {
      const { rows } = await queryClient.fetchQuery(askPage(at));
      found.push(...rows.slice(Math.max(0, first - at), last - at + 1));
    }
    return found;
  };

  /** Asks once more for what could not be had. */
  readonly retry = (): void => {
    for (const answer of this.#observer.getCurrentResult()) void answer.refetch();
  };

  #turnTo(pages: number[]): void {
    clearTimeout(this.#flying);
    this.#pages = pages;
    this.#observer.setQueries(this.#queries());
    this.#update();
  }

  readonly #update = (): void => {
    const known = this.#knownFrom(this.#known);
    if (isSame(known, this.#known)) return;
    this.#known = known;
    for (const listener of this.#listeners) listener();
  };

  #knownFrom(before: Pick<Known<Row>, "question" | "total" | "pages">): Known<Row> {
    const answers = this.#observer.getCurrentResult();
    const pages = new Map<number, readonly Row[]>();
    let latest: { page: Page<Row>; at: number } | undefined;
    for (const [index, { data, dataUpdatedAt }] of answers.entries()) {
      const number = this.#pages[index];
      if (data === undefined || number === undefined) continue;
      const page = data as Page<Row>;
      pages.set(number, page.rows);
      if (!latest || dataUpdatedAt > latest.at) latest = { page, at: dataUpdatedAt };
    }
    const state = {
      isPending: before.total === 0 && before.pages.size === 0 && !latest && answers.some((answer) => answer.isPending),
      error: answers.find((answer) => answer.error)?.error ?? null,
    };
    if (latest) return this.#withRows({ ...state, question: this.#question, total: latest.page.total, pages });
    // Another place of the same list: how long it is, is known.
    const stays = before.question === this.#question ? pages : before.pages;
    return this.#withRows({ ...state, question: before.question, total: before.total, pages: stays });
  }

  #withRows(known: Omit<Known<Row>, "rowAt" | "loaded">): Known<Row> {
    const { pages } = known;
    const pageSize = this.#pageSize;
    return {
      ...known,
      rowAt: (position) => pages.get(Math.floor(position / pageSize))?.[position % pageSize],
      *loaded() {
        for (const [page, rows] of pages) {
          for (const [index, row] of rows.entries()) yield [page * pageSize + index, row] as const;
        }
      },
    };
  }

  #queries(): PageQuery<Row>[] {
    return this.#pages.map((page) => this.#askPage(page * this.#pageSize));
  }

  /** The numbers of the pages that hold these positions or are close to them. */
  #pagesNear(first: number, last: number): number[] {
    const from = Math.floor(Math.max(0, first - AHEAD) / this.#pageSize);
    const to = Math.floor((last + AHEAD) / this.#pageSize);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }
}

function questionOf<Row>(askPage: AskPage<Row>): string {
  return hashKey(askPage(0).queryKey);
}

function isSame<Row>(one: Known<Row>, other: Known<Row>): boolean {
  return (
    one.question === other.question &&
    one.total === other.total &&
    one.isPending === other.isPending &&
    one.error === other.error &&
    one.pages.size === other.pages.size &&
    [...one.pages].every(([number, rows]) => other.pages.get(number) === rows)
  );
}
