/**
 * The canonical text is what the analyst reads, marks and quotes. It differs from the decoded original by these steps,
 * in this order, and by nothing else; the original bytes are kept beside it:
 *
 * 1. unpaired surrogates become U+FFFD, so that the text can be written as UTF-8 and read back unchanged;
 * 2. CRLF, CR, NEL, U+2028 and U+2029 become LF;
 * 3. control characters other than tab and LF go, and soft hyphens (U+00AD), which say where a typesetter may break a word;
 * 4. Unicode NFC, so that a typed search finds what was typed otherwise;
 * 5. white space at the end of lines goes;
 * 6. empty lines at the start and the end of the text go, and byte order marks at the start.
 *
 * Zero-width characters stay: they carry meaning in Persian, in Indic scripts and in emoji. So do non-breaking spaces. Both are
 * passed over when a text is searched (domain/search/form.ts).
 *
 * The patterns begin only where a run of white space begins, so that a megabyte of spaces is looked at once.
 */
export function canonicalText(decoded: string): string {
  return decoded
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(CONTROL_CHARACTERS, "")
    .normalize("NFC")
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, "")
    .replace(/^[\uFEFF\n]+|(?<!\n)\n+$/g, "");
}

/** What step 3 removes: control characters but the tab and the line break, and soft hyphens. */
const CONTROL_CHARACTERS = /[[\p{Cc}\u00AD]--[\t\n]]/gv;

/** A paragraph of a canonical text: a line that is not empty, as a half-open UTF-16 range. */
export interface Block {
  start: number;
  end: number;
}

/** The paragraphs of a canonical text, in reading order. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (end > start) blocks.push({ start, end });
    start = end + 1;
  }
  return blocks;
}
