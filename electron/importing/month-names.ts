/** Languages whose months are known by their full names and by the short forms that their newspapers print. */
const SHORTENED = ["en", "fr", "es", "pt", "de", "it", "nl", "ru", "uk", "tr"] as const;

/** Languages whose months are known by their full names only; short forms such as the Hausa “sat” are other words too. */
const IN_FULL = ["pl", "id", "ms", "sw", "so", "ha", "he", "fa", "ur", "am"] as const;

/** The Arabic of the Nile and the Gulf, and of those places where the months are called otherwise. */
const ARABIC = ["ar", "ar-LB", "ar-IQ", "ar-DZ", "ar-TN", "ar-MA", "ar-MR"] as const;

/** Forms that are printed and that the calendars of the system do not give, January first. */
const ALSO_PRINTED: readonly (readonly string[])[] = [
  ["january", "jan", "janv", "jänner", "كانون ثاني"],
  ["february", "feb", "febr", "févr", "fév", "شباط", "فبرائر"],
  ["march", "mar", "märz", "maerz", "آذار", "اذار"],
  ["april", "apr", "avr", "نيسان", "إبريل", "افريل"],
  ["may", "mai", "أيار", "مايس"],
  ["june", "jun", "حزيران", "يونية", "يونيه"],
  ["july", "jul", "juil", "juill", "تموز", "يولية", "يوليه", "جويليه"],
  ["august", "aug", "août", "آب", "أوت", "اوغسطس"],
  ["september", "sept", "sep", "setiembre", "أيلول", "شتنبر", "سبتمر"],
  ["october", "oct", "تشرين أول", "اوكتوبر"],
  ["november", "nov", "تشرين ثاني", "نونبر"],
  ["december", "dec", "déc", "كانون أول", "دجنبر"],
];

/** A word as dates are compared: as `lettersForDates` has it, in small letters. */
export function foldedForDates(text: string): string {
  return lettersForDates(text).toLowerCase();
}

/**
 * A text with capitals and small letters as they were printed, without accents, hamzas, vowel marks, tatweel and the
 * invisible marks of direction, with the digits of Arabic and Persian as 0 to 9.
 */
export function lettersForDates(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u0640]/gu, "")
    .normalize("NFC")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** Folded name → month, 1 to 12. No name stands for two months. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...[...SHORTENED, ...IN_FULL, ...ARABIC].flatMap((language) => calendarNames(language, "long")),
  ...SHORTENED.flatMap((language) => calendarNames(language, "short")),
  ...ALSO_PRINTED.flatMap((names, index) => names.map((name) => [foldedForDates(name), index + 1] as const)),
]);

/** The names of all months, folded, longest first, as one alternative of a regular expression. */
export const MONTH_NAMES: string = [...MONTHS.keys()].sort((one, other) => other.length - one.length).join("|");

/** The names that the calendar of the system gives, alone and beside a day, since many languages bend them there. */
function calendarNames(language: string, month: "long" | "short"): [string, number][] {
  const asGregorian = { calendar: "gregory", numberingSystem: "latn", timeZone: "UTC", month } as const;
  const ways = [
    new Intl.DateTimeFormat(language, asGregorian),
    new Intl.DateTimeFormat(language, { ...asGregorian, day: "numeric" }),
  ];
  return ways.flatMap((way) =>
    Array.from({ length: 12 }, (_, index): [string, number] => {
      const part = way.formatToParts(Date.UTC(2024, index, 1)).find(({ type }) => type === "month");
      return [foldedForDates(part?.value ?? "").replace(/\.$/, ""), index + 1];
    }),
  );
}
