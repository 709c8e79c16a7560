const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * A sentence, title or line as it is named within another sentence: whole where it has at most `longest` code points, else that
 * many and an ellipsis. It is cut at a space where one stands in its second half, otherwise between user-perceived characters,
 * and within one of these only where it is that long by itself. However long a text is, only its beginning is looked at.
 */
export function shortened(text: string, longest = 60): string {
  // A code point is at most two units.
  const beginning = text.slice(0, 2 * (longest + 1));
  const points = Array.from(beginning);
  if (points.length <= longest) return text;
  const { length } = points.slice(0, longest).join("");
  const space = text.lastIndexOf(" ", length);
  const boundary = graphemes.segment(beginning).containing(length)?.index || length;
  return `${text.slice(0, space >= length / 2 ? space : boundary)}…`;
}
