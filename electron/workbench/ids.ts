/** Ids are UUIDv7: they sort by the time they were made, and within one process never go backwards. */
export { v7 as newId } from "uuid";

/** The present moment as every row and entry carries it. */
export function now(): string {
  return new Date().toISOString();
}

/**
 * The present moment, or the one just after `earlier` where the clock stands before that. The latest assessment and the
 * latest grade are in force; a case that travels between machines whose clocks differ must not turn their order round.
 */
export function nowAfter(earlier: string | undefined): string {
  const present = now();
  return earlier === undefined || earlier < present ? present : new Date(Date.parse(earlier) + 1).toISOString();
}
