import type { ReadArticle } from "../importing/article.ts";

/** What was pasted: its text, and its markup where the clipboard held rich text. */
interface Pasted {
  text: string;
  html?: string | undefined;
}

const NAME = "pasted text";

/**
 * Reads what was pasted into an article; the markup, where there is some, is the original that is kept. What reads is
 * loaded with the first paste: the tables by which languages are told take more memory than a whole case.
 */
export async function readPasted({ text, html }: Pasted): Promise<ReadArticle> {
  const { finishArticle } = await import("../importing/finishing.ts");
  return finishArticle(NAME, new TextEncoder().encode(html ?? text), await documentOf(text, html));
}

async function documentOf(text: string, html: string | undefined) {
  if (html !== undefined) return (await import("../importing/pasted-html.ts")).readPastedHtml(NAME, html);
  return (await import("../importing/plain-text.ts")).documentOfPlainText(text);
}
