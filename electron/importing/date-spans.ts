import { foldedForDates, MONTH_NAMES, MONTHS } from "./month-names.ts";

/** Several days that are written with one year: “1–3 May 2024”, “May 30 to June 2, 2024”. */
export interface DaySpan {
  year: number;
  /** The month of all of them, or null where they lie in two. */
  month: number | null;
  /** The days at its two ends, each with its month. */
  ends: readonly { month: number; day: number }[];
}

/** What stands between the first day and the last: a dash, a stroke without spaces, or a word; letters as `lettersForDates` has them. */
const BETWEEN = String.raw`(?:\s*[-–—―~～]\s*|/|\s*&\s*|\s+(?:to|until|till|thru|through|and|au|et|al|a|y|hasta|ate|e|bis|und|tot|en|do|do dnia|i|по|до|и|та|ile|ve|sampai|hingga|dan|hadi|na|الى|حتى)\s+|\s+و\s?)(?:(?:le|el|o|den|the)\s+)?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|eme|o|º|\.)?`;
const MONTH = String.raw`(?<![\p{L}])(?:${MONTH_NAMES})(?![\p{L}])\.?`;
const OF = String.raw`(?:\s+(?:of|de|من))?[\s-]*`;
const YEAR = String.raw`(?:\s+del?\b)?[\s,،.'-]*(?<year>\d{4})(?!\d)`;
/** No part of a time, of a date in figures, or of a number. */
const ALONE = String.raw`(?<![\d:.h/-])(?<!\d[-–—]\s?)(?<!\d\s?h\s)`;

const WAYS: readonly RegExp[] = [
  new RegExp(
    `${ALONE}(?<from>\\d{1,2})${ORDINAL}(?:${OF}(?<fromMonth>${MONTH}))?${BETWEEN}(?<to>\\d{1,2})${ORDINAL}${OF}(?<month>${MONTH})${YEAR}`,
    "iu",
  ),
  new RegExp(
    `(?<fromMonth>${MONTH})\\s+(?<from>\\d{1,2})${ORDINAL}${BETWEEN}(?:(?<month>${MONTH})\\s+)?(?<to>\\d{1,2})${ORDINAL}(?![\\d:])[\\s,]+(?<year>\\d{4})(?!\\d)`,
    "iu",
  ),
  /(?<![\d:.h/-])(?<from>\d{1,2})\.?\s*[-–—]\s*(?<to>\d{1,2})\.\s?(?<figure>\d{1,2})\.\s?(?<year>\d{4})(?!\d)/u,
  /(?<year>\d{4})\s*[年년]\s*(?<figure>\d{1,2})\s*[月월]\s*(?<from>\d{1,2})\s*[日일]?\s*(?:[-–—~～至到])\s*(?:(?<toFigure>\d{1,2})\s*[月월]\s*)?(?<to>\d{1,2})\s*[日일]/u,
];

/** What stands before a number that counts something else: “Page 3 – 22 March 2024”. */
const COUNTED =
  /(?:^|[^\p{L}])(?:pages?|no|nr|num|vol|issue|part|section|room|seite|teil|numero|parte|partie)\.?\s*$/iu;

/** The span of days in a line that was made ready by `lettersForDates`, or null where there is none. */
export function findSpan(letters: string): DaySpan | null {
  for (const way of WAYS) {
    const match = way.exec(letters);
    const span = match && !COUNTED.test(letters.slice(0, match.index)) ? spanOf(match.groups ?? {}) : null;
    if (span) return span;
  }
  return null;
}

/** In one month a span goes forward, else it is two numbers beside each other; of two, the first may be of the year before. */
function spanOf(groups: Record<string, string | undefined>): DaySpan | null {
  const { year, from, to, fromMonth, month, figure, toFigure } = groups;
  const last = monthOf(month) ?? monthOf(fromMonth) ?? Number(toFigure ?? figure);
  const first = monthOf(fromMonth) ?? (figure === undefined ? last : Number(figure));
  const ends = [
    { month: first, day: Number(from) },
    { month: last, day: Number(to) },
  ];
  if ((first === last && Number(from) >= Number(to)) || ends.some((end) => !isDay(Number(year), end.month, end.day)))
    return null;
  return { year: Number(year), month: first === last ? last : null, ends };
}

function monthOf(name: string | undefined): number | undefined {
  return name === undefined ? undefined : MONTHS.get(foldedForDates(name).replace(/\.$/, ""));
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
