import type { QueryClient } from "@tanstack/react-query";
import type { WorkbenchEvent } from "#domain/contract/application.ts";
import type { TableName } from "#domain/journal/change.ts";
import { type Branch, branchesOf } from "./branches.ts";
import { takePreferences } from "./preferences.ts";
import { connection, queries, queryClient, workbench } from "./workbench.ts";
import { forgetWorks, takeWork } from "./works.ts";

/** A run of commands within this many milliseconds asks again once. */
const QUIET = 40;

/** The parts of long work come one behind the other; to ask again after each would hold the work up. */
const QUIET_AT_WORK = 1_000;

/** Entries whose marks the page has drawn already from the command's own answer. */
const drawn = new Set<number>();

/** Says that the marks an entry of the journal made are drawn, so that they need not be asked for again. */
export function alreadyDrawn(sequence: number | null): void {
  if (sequence !== null) drawn.add(sequence);
}

/** Listens to the workbench for as long as the page lives, over every reconnection. */
export function followChanges(): void {
  let connected = false;
  const follow = () => {
    if (connection.state() !== "open") {
      connected = false;
      return;
    }
    if (connected) return;
    connected = true;
    listen().catch(() => {
      // The stream ends with its connection; the next one brings a new stream.
    });
  };
  connection.subscribe(follow);
  follow();
}

async function listen(): Promise<void> {
  const gathering = new Gathering(queryClient);
  const events = await workbench.application.watch();
  // While nobody listened anything may have happened, and another case may be open.
  drawn.clear();
  void queryClient.invalidateQueries();
  forgetWorks();
  for await (const event of events) gathering.take(event);
}

/** Gathers events until a quiet moment and then asks again for what they put out of date. */
class Gathering {
  readonly #client: QueryClient;
  readonly #tables = new Set<TableName>();
  readonly #sequences = new Set<number>();
  #timer: { at: number; handle: ReturnType<typeof setTimeout> } | null = null;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  take(event: WorkbenchEvent): void {
    switch (event.kind) {
      case "case":
        // Entries are numbered anew in every case.
        drawn.clear();
        this.#client.setQueryData(queries.cases.current.queryKey(), event.current);
        void this.#client.resetQueries({ predicate: ({ queryKey }) => !isAboutTheApplication(queryKey) });
        break;
      case "preferences":
        takePreferences(event.preferences);
        break;
      case "likeness":
        // What is alike is told where links are told of.
        this.#tables.add("article_link");
        this.#flushIn(QUIET);
        break;
      case "changed":
        for (const table of event.tables) this.#tables.add(table);
        this.#sequences.add(event.sequence);
        this.#flushIn(event.work === null ? QUIET : QUIET_AT_WORK);
        break;
      case "work":
        takeWork(event);
        if (event.progress === null) this.#flushIn(QUIET);
        break;
    }
  }

  /** Asks again after so many milliseconds, or sooner where that was meant already. */
  #flushIn(delay: number): void {
    const at = performance.now() + delay;
    if (this.#timer && this.#timer.at <= at) return;
    if (this.#timer) clearTimeout(this.#timer.handle);
    this.#timer = { at, handle: setTimeout(() => this.#flush(), delay) };
  }

  #flush(): void {
    this.#timer = null;
    const branches = branchesOf(this.#tables);
    if ([...this.#sequences].every((sequence) => drawn.has(sequence))) branches.delete("marks");
    for (const sequence of this.#sequences) drawn.delete(sequence);
    this.#tables.clear();
    this.#sequences.clear();
    for (const queryKey of keysOf(branches)) void this.#client.invalidateQueries({ queryKey });
  }
}

/** The query keys of these branches. An article is asked for again, text and all, only where it itself has changed. */
function keysOf(branches: ReadonlySet<Branch>): (readonly unknown[])[] {
  const keys: (readonly unknown[])[] = [];
  for (const branch of branches) {
    if (branch === "articles") {
      keys.push(queries.articles.list.key(), queries.articles.ids.key());
      keys.push(queries.articles.facets.key(), queries.articles.tags.key());
    } else if (branch === "article") keys.push(queries.articles.get.key());
    else if (branch === "marks") keys.push(queries.articles.marks.key());
    else keys.push(queries[branch].key());
  }
  return keys;
}

/** Preferences, the open case itself and what the application is do not change with the case. */
function isAboutTheApplication(queryKey: readonly unknown[]): boolean {
  const [path] = queryKey as [string[] | undefined];
  return path?.[0] === "application" || (path?.[0] === "cases" && path[1] === "current");
}
