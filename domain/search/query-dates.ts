import { PartialDate } from "../nouns/common.ts";
import type { FieldQuestion } from "./query.ts";

/** The dates that a value of `date:` spans, a sentence where it is none, and null where nothing can be told of it yet. */
export function readDates(text: string, isLast: boolean): FieldQuestion | string | null {
  const typed = text.trim();
  const [first = "", last = "", ...rest] = typed.split(/\.{2,}|…/);
  if (rest.length > 0) return `“${typed}” has more than two ends. Write a span as 2025-05..2025-06.`;
  const isSpan = /\.{2}|…/.test(typed);
  const from = readEnd(isSpan || !isLast ? first : first.replace(/\.$/, ""), isLast && !isSpan);
  const to = isSpan ? readEnd(last, isLast) : from;
  if ("complaint" in from) return from.complaint;
  if ("complaint" in to) return to.complaint;
  if (from.date === null && to.date === null) return null;
  if (from.date !== null && to.date !== null && from.date.slice(0, to.date.length) > to.date) {
    return `The span ${from.date}..${to.date} ends before it begins. Write the earlier date first.`;
  }
  return { field: "date", from: from.date, to: to.date };
}

type End = { date: string | null } | { complaint: string };

/** One end of a span. Where it may be unfinished, as much of it is taken as stands for certain. */
function readEnd(typed: string, isUnfinished: boolean): End {
  if (typed === "") return { date: null };
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed)) {
    if (PartialDate.safeParse(typed).success) return { date: typed };
    const month = typed.slice(0, 7);
    const isMonth = PartialDate.safeParse(month).success;
    return { complaint: isMonth ? `${typed} is no day.` : `${month} is no month.` };
  }
  if (isUnfinished && /^\d{0,4}$|^\d{4}-[01]?$|^\d{4}-\d{2}-[0-3]?$/.test(typed)) {
    const certain = typed.match(/^\d{4}(-\d{2}(?=-))?/)?.[0];
    return certain === undefined ? { date: null } : readEnd(certain, false);
  }
  return { complaint: `“${typed}” is no date. Write 2025, 2025-05 or 2025-05-16, and a span as 2025-05..2025-06.` };
}
