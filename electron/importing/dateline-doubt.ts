import { readDate } from "./dates.ts";

const DAY = 86_400_000;

/**
 * What the analyst should know of the date in a dateline, as a sentence; null where nothing is in doubt. A day without its
 * year is never made a date, since nothing says which year it was. It is compared with the date that was kept: reports are
 * printed on the day on which they were filed, or the next, and dates are kept in UTC, so that one day between them is none.
 */
export function datelineDoubt(printed: string, published: string | null): string | null {
  if (printed === "") return null;
  if (published === null) {
    return `Its dateline says “${printed}” and nothing says of which year, so no date was kept.`;
  }
  const [year = "", month, day] = published.slice(0, 10).split("-");
  const named = /\p{Nd}{4}/u.test(printed);
  const filed = named ? [readDate(printed)?.value] : yearsAbout(Number(year)).map((one) => dateIn(printed, one));
  const days = filed
    .filter((value) => value !== undefined && value.length >= 10)
    .map((value) => value?.slice(0, 10) ?? "");
  if (days.length === 0 || days.some((value) => agree(value, year, month, day))) return null;
  return `Its dateline says “${printed}”, and its date of publication ${published.slice(0, 10)}. Look which of them is right.`;
}

/** A report of 31 December is printed on 1 January. */
const yearsAbout = (year: number) => [year, year - 1, year + 1];

function dateIn(printed: string, year: number): string | undefined {
  const written = printed.endsWith("日") ? `${year}年${printed}` : `${printed.replace(/[.,]$/, "")} ${year}`;
  return readDate(written)?.value;
}

/** Whether a day can be that of a date that may be known to the year or the month only. */
function agree(filed: string, year: string, month: string | undefined, day: string | undefined): boolean {
  const near = (days: number) => new Date(Date.parse(filed) + days * DAY).toISOString();
  const known = [year, month, day].filter((part) => part !== undefined).join("-");
  return [-1, 0, 1].some((days) => near(days).startsWith(known));
}
