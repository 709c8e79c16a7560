import { type MimeHeader, type MimePart, parameterOf } from "./mime.ts";

/** How many pages of a saved page are tried for its article, where its first has none. */
const MOST_TRIED = 5;

/** Whether a part is text that stands in the mail itself, and no file attached to it. */
export function isOfBody({ type, header }: MimePart): boolean {
  const isAttached = /^\s*attachment\b/i.test(header.get("content-disposition") ?? "");
  return (type === "text/html" || type === "text/plain") && !isAttached;
}

/** The pages among the parts of a saved page, that are tried for its article: the main page, then the largest others. */
export function pagesAmong(parts: readonly MimePart[], header: MimeHeader): MimePart[] {
  const pages = parts.filter(({ type }) => type === "text/html" || type === "application/xhtml+xml");
  const main = mainOf(pages, header);
  const others = pages.filter((page) => page !== main).sort((one, other) => other.bytes.length - one.bytes.length);
  return main ? [main, ...others].slice(0, MOST_TRIED) : [];
}

/** The page that the header names as the first, or that lies at the address that was saved; else the first. */
function mainOf(pages: readonly MimePart[], header: MimeHeader): MimePart | undefined {
  const start = parameterOf(header.get("content-type"), "start");
  const address = header.get("snapshot-content-location");
  return (
    pages.find((page) => start !== undefined && page.header.get("content-id") === start) ??
    pages.find((page) => address !== undefined && page.header.get("content-location") === address) ??
    pages[0]
  );
}
