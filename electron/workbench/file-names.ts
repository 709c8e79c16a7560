/** Words as a file name: what file systems forbid becomes a space, and it is cut where names get too long. */
export function asFileName(words: string): string {
  const plain = words
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return Array.from(plain).slice(0, 80).join("").trim() || "Case";
}
