import { parsePage } from "#electron/importing/html-article.ts";
import { readMetadata } from "#electron/importing/html-metadata.ts";

/** What a page of these parts states of itself, which was saved from https://saved.example/a. */
export const stated = (head: string, body = "", root = "<html>") => {
  const page = `<!-- saved from url=(0024)https://saved.example/a -->${root}<head>${head}</head><body>${body}</body></html>`;
  return readMetadata(parsePage(page), page).stated;
};

/** What a page with nothing but this JSON-LD states. */
export const jsonLd = (data: unknown) =>
  stated(`<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`);

/** What a page with nothing but these meta elements states, each a name and its content. */
export const meta = (...pairs: [string, string][]) =>
  stated(pairs.map(([name, content]) => `<meta name="${name}" content="${content}">`).join(""));
