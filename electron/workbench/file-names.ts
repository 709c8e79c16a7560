/** Words as a file name: what file systems forbid becomes a space, and it is cut where names get too long. */
export function asFileName(words: string): string {
  const plain = words
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return Array.from(plain).slice(0, 80).join("").trim() || "Case";
}

/** The name of a file may hold whatever a system allows, and is kept as one line. */
export function oneLine(name: string): string {
  return name
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(-2_000)
    .toWellFormed();
}
