import type { ReadArticle } from "../importing/article.ts";
import { finishArticle } from "../importing/finishing.ts";
import { readPastedHtml } from "../importing/pasted-html.ts";
import { documentOfPlainText } from "../importing/plain-text.ts";

/** What was pasted: its text, and its markup where the clipboard held rich text. */
interface Pasted {
  text: string;
  html?: string | undefined;
}

const NAME = "pasted text";

/** Reads what was pasted into an article; the markup, where there is some, is the original that is kept. */
export async function readPasted({ text, html }: Pasted): Promise<ReadArticle> {
  const document = html === undefined ? documentOfPlainText(text) : await readPastedHtml(NAME, html);
  return finishArticle(NAME, new TextEncoder().encode(html ?? text), document);
}
