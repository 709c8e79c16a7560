import type { Snippet } from "#domain/contract/search.ts";

/** A snippet without the title that it begins with, which stands above it already; null where nothing else is in it. */
export function withoutTitle(snippet: Snippet, title: string): Snippet | null {
  if (title === "" || !snippet.text.startsWith(title)) return snippet;
  const rest = snippet.text.slice(title.length).trimStart();
  if (/^(…|\.\.\.)?$/.test(rest)) return null;
  const cut = snippet.text.length - rest.length;
  const hits = snippet.hits.filter(({ start }) => start >= cut);
  return { text: rest, hits: hits.map(({ start, end }) => ({ start: start - cut, end: end - cut })) };
}
