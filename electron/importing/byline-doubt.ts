import { foldedForDates } from "./month-names.ts";

/**
 * What the analyst should know where a text prints one byline and the properties of its file name another author; null where
 * both name the same people, or one of them leaves some out.
 */
export function bylineDoubt(printed: string, writer: string): string | null {
  if (printed === "" || writer === "") return null;
  const [names, others] = [namesIn(printed), namesIn(writer)];
  const [fewer, more] = names.size < others.size ? [names, others] : [others, names];
  if ([...fewer].every((name) => more.has(name))) return null;
  return `It prints “${printed}” as its byline, and the properties of the file name “${writer}”. The printed byline was kept; look which of them is right.`;
}

/** The parts of the names, without the initials that one leaves out and the other does not. */
function namesIn(byline: string): ReadonlySet<string> {
  return new Set(foldedForDates(byline).match(/\p{L}{2,}/gu));
}
