/** What no file system, or not every one, takes in a file name. */
const FORBIDDEN = new Set([...'\\/:*?"<>|']);

/** A name as it can stand in a file name anywhere. */
export function fileNameFrom(name: string): string {
  const plain = Array.from(name, (character) => (FORBIDDEN.has(character) || isControl(character) ? " " : character))
    .join("")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[. ]+|[. ]+$/g, "");
  return plain === "" ? "case" : Array.from(plain).slice(0, 80).join("").trimEnd();
}

function isControl(character: string): boolean {
  return character < " " || character === "\u007f";
}
