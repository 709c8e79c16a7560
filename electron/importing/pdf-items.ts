import type { PDFPageProxy } from "pdfjs-dist";

type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;
type TextItem = Extract<TextContent["items"][number], { str: string }>;

/** A piece of text where it stands on a page, turned upright. Lengths are in points; `baseline` and `top` grow downwards. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  top: number;
  baseline: number;
  /** The height of its letters: the size of its font. */
  size: number;
  isBold: boolean;
  /** True where white space stands before or after it that no gap shows. */
  spaceBefore: boolean;
  spaceAfter: boolean;
}

/** How far from upright text may lean and still be read with the rest, in radians. */
const LEANING = 0.17;

interface Placed {
  item: TextItem;
  x: number;
  y: number;
  length: number;
  size: number;
  angle: number;
}

/**
 * The pieces of text of a page, upright. Most of a page runs in one direction, and that becomes the direction of its
 * lines; what runs in another, such as a notice along the margin or a word stamped across, is left out, and so is what
 * the document itself calls an artifact: running heads, page numbers and watermarks. Vertical writing is turned so that
 * its columns become lines from the top down.
 */
export function piecesOf(content: TextContent, viewport: readonly number[], boldFonts: ReadonlySet<string>): Piece[] {
  const placed = itemsIn(content).map((item) =>
    placedOn(item, viewport, content.styles[item.fontName]?.vertical ?? false),
  );
  const quarter = mainQuarter(placed);
  const [cosine, sine] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][quarter] as [number, number];
  const pieces: Piece[] = [];
  for (const { item, x, y, length, size, angle } of placed) {
    if (quarterOf(angle) !== quarter || size <= 0) continue;
    const text = lettersOf(item.str);
    const left = x * cosine + y * sine;
    const baseline = y * cosine - x * sine;
    const piece = {
      text: text.trim(),
      left,
      right: left + length,
      top: baseline - 0.75 * size,
      baseline,
      size,
      isBold: boldFonts.has(item.fontName),
      spaceBefore: /^\s/.test(text),
      spaceAfter: /\s$/.test(text),
    };
    // Some programs make letters bold by printing them twice.
    if (!isPrintedTwice(pieces, piece)) pieces.push(piece);
  }
  return pieces;
}

/** The items that hold text, but for artifacts; those too where a page has nothing else. */
function itemsIn(content: TextContent): TextItem[] {
  const [own, artifacts]: [TextItem[], TextItem[]] = [[], []];
  const tags: boolean[] = [];
  let depth = 0;
  for (const item of content.items) {
    if ("str" in item) {
      if (item.str.trim() !== "") (depth > 0 ? artifacts : own).push(item);
    } else if (item.type === "endMarkedContent") {
      if (tags.pop()) depth--;
    } else {
      const isArtifact = "tag" in item && item.tag === "Artifact";
      tags.push(isArtifact);
      if (isArtifact) depth++;
    }
  }
  return own.length > 0 ? own : artifacts;
}

function placedOn(item: TextItem, viewport: readonly number[], isVertical: boolean): Placed {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport;
  const [textA = 1, textB = 0, , , textE = 0, textF = 0] = item.transform as number[];
  const scale = Math.hypot(a, b);
  const angle = Math.atan2(b * textA + d * textB, a * textA + c * textB);
  return {
    item,
    x: a * textE + c * textF + e,
    y: b * textE + d * textF + f,
    length: scale * (isVertical ? item.height : item.width),
    size: scale * (isVertical ? item.width : item.height),
    angle: isVertical ? angle + Math.PI / 2 : angle,
  };
}

/** To which quarter turn a direction belongs, clockwise from 0; −1 for what leans too far. */
function quarterOf(angle: number): number {
  const quarters = angle / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) * (Math.PI / 2) > LEANING) return -1;
  return ((nearest % 4) + 4) % 4;
}

function mainQuarter(placed: readonly Placed[]): number {
  const letters = [0, 0, 0, 0];
  for (const { item, angle } of placed) {
    const quarter = quarterOf(angle);
    if (quarter >= 0) letters[quarter] = (letters[quarter] ?? 0) + item.str.length;
  }
  return letters.indexOf(Math.max(...letters));
}

function isPrintedTwice(pieces: readonly Piece[], piece: Piece): boolean {
  return pieces
    .slice(-4)
    .some(
      ({ text, left, baseline, size }) =>
        text === piece.text &&
        Math.abs(left - piece.left) < 0.15 * size &&
        Math.abs(baseline - piece.baseline) < 0.15 * size,
    );
}

/**
 * Fonts hold ligatures and the forms that Arabic letters take beside others as characters of their own. What is written
 * with them are the letters; a search for “office” has to find “oﬃce”.
 */
function lettersOf(text: string): string {
  return text.replace(PRESENTATION_FORMS, (form) => form.normalize("NFKC").replace(" ", ""));
}

const PRESENTATION_FORMS =
  /[\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB4F\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDF9\uFE70-\uFEFC]/g;
