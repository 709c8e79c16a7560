const languages = new Intl.DisplayNames(["en"], { type: "language" });

/** The English name of a language by its BCP 47 tag. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
