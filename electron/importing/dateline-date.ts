import { foldedForDates, MONTHS } from "./month-names.ts";
import { WEEKDAYS } from "./weekdays.ts";

/** A place with the date behind it, as both are printed; the date may be empty. */
export interface PlaceAndDate {
  place: string;
  date: string;
  /** Whether the date says its year. */
  hasYear: boolean;
  /** What stands between the two; empty where a space is all there is. */
  between: string;
}

/** A month in one word or two (“كانون الثاني”), also by the names of two regions: “أيار/مايو”, “مايو (أيار)”. */
const MONTH_WORD = String.raw`\p{L}[\p{L}\p{M}]*\.?(?:\s(?:ال)?[أا]ول|\s(?:ال)?ثاني)?`;
const TWIN = String.raw`(?:\s?/\s?${MONTH_WORD}|\s?\(${MONTH_WORD}\))?`;
const LEAD = String.raw`(?:(?:le|el|a|den|am|dated|il|op|tarehe)\s+|في\s+|بتاريخ\s+|يوم\s+)?(?:(?:${WEEKDAYS})\.?[,،]?\s+)?(?:le\s+)?`;
const YEAR = String.raw`\p{Nd}{4}(?:\s*(?:г\.?|года|р\.|року|م)(?!\p{L}))?`;
const DAY_FIRST = String.raw`\p{Nd}{1,2}(?:er|º|°|st|nd|rd|th|\.)?\s+(?:de\s+|of\s+|من\s+|ya\s+)?(?<month>${MONTH_WORD})${TWIN}(?:\s*[,،]?\s*(?:del?\s+)?(?<year>${YEAR}))?`;
const MONTH_FIRST = String.raw`(?<month>${MONTH_WORD})\s+\p{Nd}{1,2}(?:st|nd|rd|th)?(?:,?\s+(?<year>${YEAR}))?`;
/** Two figures without a year are a version or a score sooner than a day. */
const IN_FIGURES = String.raw`\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-](?<year>\p{Nd}{4})|(?<isoYear>\p{Nd}{4})-\p{Nd}{2}-\p{Nd}{2}`;

const WAYS = [DAY_FIRST, MONTH_FIRST, IN_FIGURES].map(
  (way) => new RegExp(`^(?<place>.+?)(?<between>\\s*[,،]\\s*|\\s+)(?<date>${LEAD}(?:${way}))[.,]?$`, "iu"),
);

/** Parts what stands before an agency or a dash into the place and the date at its end, whose month must be one. */
export function placeAndDate(words: string): PlaceAndDate {
  for (const way of WAYS) {
    const { place = "", between = "", date = "", month, year, isoYear } = way.exec(words)?.groups ?? {};
    if (date === "" || (month !== undefined && !isMonth(month))) continue;
    const hasYear = year !== undefined || isoYear !== undefined;
    return { place: place.trim(), date: date.replace(/[\s.,]+$/, ""), hasYear, between: between.trim() };
  }
  return { place: words.trim(), date: "", hasYear: false, between: "" };
}

function isMonth(name: string): boolean {
  return MONTHS.has(foldedForDates(name).replace(/\.$/, ""));
}
