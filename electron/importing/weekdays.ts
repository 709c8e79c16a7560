/** The languages whose names of the days of the week are known. */
const LANGUAGES = [
  ...["en", "fr", "es", "pt", "de", "it", "nl", "pl", "ru", "uk", "tr", "ar", "fa", "ur", "sw", "ha", "so", "id"],
];

/** The names of the days of the week, in full and short, longest first, as one alternative of a regular expression. */
export const WEEKDAYS: string = weekdays().join("|");

function weekdays(): string[] {
  const names = LANGUAGES.flatMap((language) =>
    (["long", "short"] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
      return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, day + 1)).replace(/\.$/, ""));
    }),
  );
  return [...new Set(names)].sort((one, other) => other.length - one.length);
}
