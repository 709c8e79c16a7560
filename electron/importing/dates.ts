import type { Article } from "#domain/nouns/article.ts";
import { type DaySpan, findSpan } from "./date-spans.ts";
import { foldedForDates, lettersForDates, MONTH_NAMES, MONTHS } from "./month-names.ts";
import { minutesAhead } from "./zones.ts";

/** A date that was read from words or figures. */
export interface ReadDate {
  /** A `PartialDate`: in UTC where it has a time, else the day as it was printed. */
  value: string;
  precision: Exclude<Article["publishedPrecision"], "week" | null>;
  /** A sentence where it could not be told which day was meant, or null. */
  doubt: string | null;
}

/** Which comes first where a date is written in figures, as in 03/04/2024. */
export type DayOrder = "day first" | "month first";

/** A date is a line of at most this many characters; anything longer is prose. */
const LONGEST = 200;

/** News was printed in no year outside these; years of other calendars, such as 1403 and 1445, fall outside too. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

/** Languages in which a date in figures begins with the day wherever they are written. English is not among them. */
const DAY_FIRST = /^(ar|de|es|fa|fr|ha|he|id|it|nl|pl|pt|ru|so|sw|tr|uk|ur)\b/;

/** The order in which a language writes a date in figures, or null where that differs among its countries. */
export function dayOrderOf(language: string | null): DayOrder | null {
  return language !== null && DAY_FIRST.test(language) ? "day first" : null;
}

/**
 * The order in which dates of one hand are written, where one of them can only be read in one way and none in the other:
 * a column that holds 22/03/2024 holds the day first in all its rows.
 */
export function dayOrderAmong(dates: Iterable<string>): DayOrder | null {
  const found = new Set<DayOrder>();
  for (const date of dates) {
    const figures = IN_FIGURES.exec(foldedForDates(date.slice(0, LONGEST)))?.groups;
    if (!figures) continue;
    if (Number(figures.one) > 12) found.add("day first");
    if (Number(figures.other) > 12) found.add("month first");
  }
  const [order = null] = found;
  return found.size === 1 ? order : null;
}

/**
 * Reads a date as newspapers, feeds and tables write it: ISO 8601, RFC 822, figures, names of months in the languages of
 * `month-names.ts`, seconds since 1970; also where a weekday, a place or other words stand about it. Null where there is
 * none, or none that is in the calendar.
 *
 * Nothing is guessed in silence. A time is kept only with its zone (see `zones.ts`), and then all of it is in UTC; without one the day
 * remains, as it was printed. Where day and month could change places and `order` does not say which is which, only the
 * year remains, and `doubt` says why. Where two days are named, the first is taken, and `doubt` says so; of a span of days that
 * share their year, such as “1–3 May 2024”, only the month remains, or the year.
 */
export function readDate(text: string, order: DayOrder | null = null): ReadDate | null {
  if (text.length > LONGEST) return null;
  const letters = lettersForDates(text).trim();
  const first = findDay(letters, order);
  const span = first === null || ANOTHER_DAY.test(first.rest) ? findSpan(letters) : null;
  if (span && (first === null || isEndOf(first, span))) return withinSpan(span, text);
  if (!first) return readMoment(letters);
  const second = first.day === null ? null : findDay(first.rest, order);
  const doubt = second && second.day !== null && !isSameDay(first, second) ? twoDays(text) : null;
  return withTime(first, text, doubt);
}

/** A day, or as much of one as was found, with the text before and behind it. */
interface FoundDay {
  year: number;
  month: number | null;
  day: number | null;
  isAmbiguous: boolean;
  rest: string;
  /** What stands behind it, and then what stands before it: where its time is looked for. */
  surroundings: string;
}

const MONTH = `(?<![\\p{L}])(?<name>${MONTH_NAMES})(?![\\p{L}])`;
/** A second name of the same month, as Arabic papers give it for all their readers: “آذار/مارس”. */
const TWIN = `(?:\\s*[/(]\\s*(?:${MONTH_NAMES})\\)?)?`;
const YEAR = "(?<year>\\d{4})(?!\\d)";

const IN_FIGURES =
  /(?<!\d|\d[-/.])(?<one>\d{1,2})\s*(?<mark>[-/.])\s*(?<other>\d{1,2})\s*\k<mark>\s*(?<year>\d{4})(?!\d)/u;

/** How dates are written, those that cannot be misread first. */
const WAYS: readonly RegExp[] = [
  /(?<!\d|\d[-/.])(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d|[-/.]\d)/u,
  new RegExp(
    `(?<![\\d:])(?<day>\\d{1,2})(?:st|nd|rd|th|er|eme|o|a)?[.,]?(?:\\s+of\\b|\\s+de\\b|\\s+من)?[\\s-]*${MONTH}\\.?${TWIN}(?:\\s+del?\\b)?[\\s,،.'-]*${YEAR}`,
    "iu",
  ),
  new RegExp(
    `${MONTH}\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,|\\s)\\s*(?:\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[a-z]{1,4}\\s+)?)?${YEAR}`,
    "iu",
  ),
  // RFC 822 and RFC 850 allowed years of two figures; RFC 2822 says how they are read. A time must follow, else it is a guess.
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})[\\s-]+${MONTH}[\\s-]+(?<shortYear>\\d{2})(?=\\s+\\d{1,2}:\\d{2})`, "iu"),
  new RegExp(`(?<!\\d)${YEAR}[\\s,-]+${MONTH}\\.?[\\s-]+(?<day>\\d{1,2})(?!\\d)`, "iu"),
  /(?<!\d)(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?:(?<day>\d{1,2})\s*[日일])?/u,
  IN_FIGURES,
  // 20240322, 20240322T140500Z and 20240322140500, the last as web archives write it.
  /(?<!\d)(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=\D|$|\d{4}(?:\d{2})?(?!\d))/u,
  // A figure before the month would be a day that no month has.
  new RegExp(`(?<!\\d[\\s.-]*)${MONTH}\\.?${TWIN}(?:\\s+del?\\b)?[\\s,،.-]*${YEAR}`, "iu"),
  /^(?<year>\d{4})[-/](?<month>\d{1,2})$/u,
  /^(?<year>\d{4})$/u,
];

function findDay(letters: string, order: DayOrder | null): FoundDay | null {
  for (const way of WAYS) {
    const match = way.exec(letters);
    const found = match && dayOf(match, order);
    if (found) return found;
  }
  return null;
}

/** What a match says, or null where no calendar has such a day. */
function dayOf(match: RegExpExecArray, order: DayOrder | null): FoundDay | null {
  const { year, shortYear, name, one, other, mark } = match.groups ?? {};
  const before = match.input.slice(0, match.index);
  const behind = match.input.slice(match.index + match[0].length);
  const written = {
    year: shortYear === undefined ? Number(year) : Number(shortYear) + (Number(shortYear) < 50 ? 2000 : 1900),
    rest: `${before} ${behind}`,
    surroundings: `${timeWithin(match[0])} ${behind} ${before}`,
  };
  if (written.year < FIRST_YEAR || written.year > LAST_YEAR) return null;
  if (one !== undefined && other !== undefined) {
    return dayOfFigures(written, Number(one), Number(other), mark === "." ? "day first" : order);
  }
  const { month = name === undefined ? undefined : MONTHS.get(foldedForDates(name)), day } = match.groups ?? {};
  const found = {
    ...written,
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    isAmbiguous: false,
  };
  return isInCalendar(found) ? found : null;
}

type Written = Pick<FoundDay, "year" | "rest" | "surroundings">;

/** Two figures before a year. Dots are written by those who put the day first. */
function dayOfFigures(written: Written, one: number, other: number, order: DayOrder | null): FoundDay | null {
  const dayFirst = { ...written, day: one, month: other, isAmbiguous: false };
  const monthFirst = { ...written, day: other, month: one, isAmbiguous: false };
  const possible = [dayFirst, monthFirst].filter(isInCalendar);
  if (one === other || possible.length < 2) return possible[0] ?? null;
  if (order !== null) return order === "day first" ? dayFirst : monthFirst;
  return { ...written, day: null, month: null, isAmbiguous: true };
}

/** The time in the midst of “Fri Mar 22 14:05:00 2024”. */
function timeWithin(match: string): string {
  return /\d{1,2}:\d{2}(?::\d{2})?(?:\s+[a-z]{1,4}(?=\s+\d))?/i.exec(match)?.[0] ?? "";
}

function isInCalendar({ year, month, day }: Pick<FoundDay, "year" | "month" | "day">): boolean {
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function isSameDay(one: FoundDay, other: FoundDay): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

/** A figure that could be another day, and is no part of a time. Most dates have none, and are spared the search for spans. */
const ANOTHER_DAY = /(?<![\d:])\d{1,2}(?![\d:])/;

/** Whether a day that was found is one of the ends of a span, or the month of it. */
function isEndOf({ year, month, day }: FoundDay, span: DaySpan): boolean {
  return year === span.year && span.ends.some((end) => end.month === month && (day === null || end.day === day));
}

function withinSpan({ year, month }: DaySpan, text: string): ReadDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (month === null) return { value: String(year), precision: "year", doubt: spanOfDays(text, "year") };
  return { value: `${year}-${twoFigures(month)}`, precision: "month", doubt: spanOfDays(text, "month") };
}

const TIME =
  /(?<![\d:.])(?<hours>\d{1,2})\s?[:h]\s?(?<minutes>[0-5]\d)(?<seconds>:(?:[0-5]\d|60)(?:[.,]\d+)?)?(?!\d)/iu;
const HOUR = /(?<![\d:.])(?<hours>\d{1,2})(?=\s?[ap]\.?\s?m\b)/iu;
/** Without colons; four figures on either side of a dash are a span of hours. */
const COMPACT_TIME =
  /^\s*t?(?<hours>\d{2})(?<minutes>\d{2})(?<seconds>\d{2}(?:[.,]\d+)?)?(?!\d|(?<=^\s*\d{4})-\d{4}(?!\d))/iu;
const HALF_OF_DAY = /^\s?(?:(?<half>[ap])\.?\s?m\b\.?|(?<arabicHalf>[صم])(?!\p{L}))/iu;

/** A day with the time that stands beside it, in UTC; without one whose zone is said, the day alone. */
function withTime(found: FoundDay, text: string, doubt: string | null): ReadDate {
  const { year, month, day } = found;
  if (found.isAmbiguous) return { value: String(year), precision: "year", doubt: eitherWay(text) };
  if (month === null) return { value: String(year), precision: "year", doubt };
  const date = `${year}-${twoFigures(month)}`;
  if (day === null) return { value: date, precision: "month", doubt };
  const minutes = minutesOfDay(found.surroundings);
  if (minutes === null) return { value: `${date}-${twoFigures(day)}`, precision: "day", doubt };
  return { value: minuteOf(Date.UTC(year, month - 1, day, 0, minutes)), precision: "time", doubt };
}

/** Minutes of the day in UTC, below 0 or over a day where the zone moves it there; null where no zone is said. */
function minutesOfDay(surroundings: string): number | null {
  const time = TIME.exec(surroundings) ?? HOUR.exec(surroundings) ?? COMPACT_TIME.exec(surroundings);
  if (!time) return null;
  const { hours = "", minutes = "0", seconds } = time.groups ?? {};
  const behind = surroundings.slice(time.index + time[0].length);
  const half = HALF_OF_DAY.exec(behind);
  const isFull = Number(minutes) === 0 && !/[1-9]/.test(seconds ?? "");
  const hour = hourOfDay(Number(hours), isFull, (half?.groups?.half ?? half?.groups?.arabicHalf)?.toLowerCase());
  const isExact =
    seconds !== undefined || /(?:^|\s)t$/i.test(surroundings.slice(0, surroundings.indexOf(hours, time.index)));
  const ahead = minutesAhead(half ? behind.slice(half[0].length) : behind, isExact);
  return hour === null || ahead === null ? null : 60 * hour + Number(minutes) - ahead;
}

/** 24:00 is the end of a day, and so the beginning of the next. */
function hourOfDay(hour: number, isFull: boolean, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 || (hour === 24 && isFull) ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" || half === "م" ? 12 : 0);
}

/** Seconds or milliseconds since 1970, as programs write them: ten figures or thirteen, from 2001 on. */
function readMoment(letters: string): ReadDate | null {
  const [figures] = /^[1-9]\d{9}(?:\d{3})?$/.exec(letters) ?? [];
  if (figures === undefined) return null;
  const moment = Number(figures) * (figures.length === 10 ? 1000 : 1);
  return { value: minuteOf(moment), precision: "time", doubt: null };
}

const minuteOf = (moment: number) => new Date(moment).toISOString().slice(0, 16);
const twoFigures = (figure: number) => String(figure).padStart(2, "0");

function eitherWay(text: string): string {
  return `Its date “${text.trim()}” can be read with the day or the month first, so only the year was kept.`;
}

function spanOfDays(text: string, kept: "month" | "year"): string {
  return `Its date “${text.trim()}” is a span of days, so only the ${kept} was kept.`;
}

function twoDays(text: string): string {
  return `Its date “${text.trim()}” names two days; the first was kept.`;
}
