import { following } from "./html-walking.ts";

/** Elements that make a table a frame for a page rather than a table: what stands in it is read as a page. */
const NO_DATA: ReadonlySet<string> = new Set(
  "table h1 h2 h3 h4 h5 h6 ul ol dl blockquote article section form pre".split(" "),
);

/** A cell with so many characters is no datum but a column of a page. */
const LONGEST_CELL = 800;

/**
 * Whether a table is one, with rows and columns to be read across. Pages were once laid out with tables; so are mails
 * still. A table is taken for data where some row has two cells or more, and no cell holds a page of its own: a heading, a
 * list, a table, several paragraphs or a very long text.
 */
export function isDataTable(table: Element): boolean {
  if (/^(presentation|none)$/i.test(table.getAttribute("role") ?? "")) return false;
  const row = { cells: 0, most: 0 };
  const cell = { length: 0, paragraphs: 0 };
  let node: Node | null = table.firstChild;
  while (node) {
    const name = node.nodeName.toLowerCase();
    if (NO_DATA.has(name)) return false;
    if (name === "tr") row.cells = 0;
    if (name === "td" || name === "th") {
      row.most = Math.max(row.most, ++row.cells);
      cell.length = cell.paragraphs = 0;
    }
    if (name === "p") cell.paragraphs++;
    if (name === "#text") cell.length += node.nodeValue?.trim().length ?? 0;
    if (cell.length > LONGEST_CELL || cell.paragraphs > 2) return false;
    node = following(node, table);
  }
  return row.most >= 2;
}
