import { readByline } from "./byline.ts";
import type { DraftBlock } from "./document.ts";
import { SENTENCE_END } from "./sentences.ts";
import { isGreeting } from "./title.ts";

/** A heading is at most so long; scripts that write no spaces, or many small words, say as much in less. */
const LONGEST = 90;
const MOST_WORDS = 14;
const LONGEST_WITHOUT_CAPITALS = 70;
const LONGEST_UNSPACED = 25;

/** What follows a heading is a paragraph, and longer than it. */
const SHORTEST_PARAGRAPH = 60;
const SHORTEST_UNSPACED_PARAGRAPH = 30;

/** Lines that pages leave between paragraphs and that head nothing. */
const FURNITURE =
  /^(?:photo|image|picture|video|file|source|read (?:more|also)|see also|also read|related|advertisement|lire (?:aussi|la suite)|à lire|voir aussi|publicité|اقرأ|إقرأ|شاهد|صورة|للمزيد|https?:|www\.)/iu;

/**
 * Tells section headings from the paragraphs of a plain text: one short line that ends no sentence, after a paragraph that
 * ends one and before one that is longer. A run of such lines is a list or verse, and where most lines are short there are no
 * paragraphs to be headed. In scripts without capitals a heading must be shorter still.
 */
export function markHeadings(blocks: readonly DraftBlock[]): DraftBlock[] {
  const may = blocks.map(mayHead);
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph").length;
  const candidates = may.filter(Boolean).length;
  if (candidates === 0 || 2 * candidates > paragraphs) return [...blocks];
  return blocks.map((block, index) => {
    if (!may[index] || may[index - 1] || may[index + 1]) return block;
    const [above, below] = [blocks[index - 1], blocks[index + 1]];
    return above && below && endsSection(above) && isBody(below, block)
      ? { ...block, kind: "heading", level: 2 }
      : block;
  });
}

function mayHead({ kind, text }: DraftBlock): boolean {
  const line = text.trim();
  if (kind !== "paragraph" || line === "" || line.length > LONGEST || line.includes("\n")) return false;
  if (/[.!…,;:،؛。！，；：)\]”"»]$/u.test(line) || FURNITURE.test(line)) return false;
  if (MAIL_LINE.test(line) || isGreeting(line)) return false;
  if (!/^[“"«‘']?[\p{Lu}\p{Lo}\p{Nd}]/u.test(line) || !/\p{L}{2}/u.test(line)) return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(line))
    return line.length <= LONGEST_UNSPACED;
  if (/^\p{Lo}/u.test(line) && line.length > LONGEST_WITHOUT_CAPITALS) return false;
  return line.split(/\s+/).length <= MOST_WORDS;
}

/** A paragraph in bold is a heading where it is no longer than this. */
const LONGEST_IN_BOLD = 120;

/** Whether a paragraph that is bold from end to end heads something: it is short, no sentence, and no byline. */
export function mayHeadInBold(text: string): boolean {
  return text.length <= LONGEST_IN_BOLD && !/[.,;:!?…]$/.test(text) && readByline(text) === null;
}

/** The lines of a mail that is quoted or forwarded in another. */
const MAIL_LINE =
  /^(?:from|to|cc|bcc|sent|date|subject|de|à|objet|envoyé|von|an|betreff|gesendet|para|asunto|enviado|assunto|da|a|oggetto|от|кому|тема|من|إلى|الموضوع)\s?:\s/iu;

function endsSection({ kind, text }: DraftBlock): boolean {
  return kind !== "paragraph" || SENTENCE_END.test(text.trimEnd().slice(-6));
}

/** A paragraph under a heading; a list or a quote may stand there too. */
function isBody({ kind, text }: DraftBlock, heading: DraftBlock): boolean {
  if (kind === "list-item" || kind === "quote") return true;
  if (kind !== "paragraph") return false;
  const shortest = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text.trim())
    ? SHORTEST_UNSPACED_PARAGRAPH
    : SHORTEST_PARAGRAPH;
  return text.length >= shortest && text.length > heading.text.length;
}
