/** Languages that tables and documents name in words, by their tags. */
const TAGS = [
  ...["en", "fr", "ar", "es", "pt", "de", "it", "nl", "ru", "uk", "pl", "tr", "fa", "he", "ur", "hi", "bn", "zh"],
  ...["ja", "ko", "id", "ms", "vi", "th", "sw", "so", "ha", "yo", "ig", "am", "ti", "om", "rw", "ln", "wo", "bm"],
  ...["ff", "zu", "xh", "sn", "mg", "ku", "ps", "el", "ro", "hu", "cs", "sr", "hr", "bg", "sv", "da", "fi", "no", "ca"],
];

/** Name in small letters → tag: in the languages in which column names are known, and in the language itself. */
const NAMES: ReadonlyMap<string, string> = new Map(
  TAGS.flatMap((tag) =>
    ["en", "fr", "ar", "es", "pt", "de", tag].map((written): [string, string] => [
      new Intl.DisplayNames([written], { type: "language" }).of(tag)?.toLowerCase() ?? tag,
      tag,
    ]),
  ),
);

/** The BCP 47 tag that a language is named by: “fr”, “fr_FR”, “FRA”, “French”, “français” and “الفرنسية” all name `fr`. */
export function languageTag(named: string): string | null {
  const asked = named.trim().toLowerCase();
  const known = NAMES.get(asked);
  if (known) return known;
  try {
    const [tag = ""] = Intl.getCanonicalLocales(asked.replaceAll("_", "-"));
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
  } catch {
    return null;
  }
}
