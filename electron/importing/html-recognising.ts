/** Elements with which a page or a piece of one can begin. */
const BEGINNING =
  /^<(?:html|head|body|title|meta|link|style|script|base|frameset|article|main|section|header|nav|div|p|h[1-6]|table|center|font|span|ul|ol|blockquote|a|b|i|img|figure|form|pre)(?:[\s/>]|$)/i;

/**
 * Whether the first bytes of a file are HTML or XHTML: behind white space, comments and instructions they begin with the
 * document type or an element of HTML. A piece that has neither `<html>` nor `<body>` is one only where something is closed
 * again in it, and a file that is called Markdown may begin with such a piece.
 */
export function isHtml(head: Uint8Array, name: string): boolean {
  const text = asLatin(head);
  const begin = beginningOf(text);
  if (/^<!doctype\s+html\b/i.test(begin) || /^<html[\s>]/i.test(begin)) return true;
  if (/^<!doctype/i.test(begin) || !begin.startsWith("<")) {
    return /\.x?html?$/i.test(name) && /<(?:html|body|p|div)[\s>]/i.test(text);
  }
  if (!BEGINNING.test(begin)) return false;
  if (/<(?:html|body)[\s>]/i.test(text)) return true;
  return !/\.(?:md|markdown|txt|text)$/i.test(name) && /<\/[a-z][a-z0-9]*\s*>/i.test(text);
}

/** ASCII letters of bytes in any encoding of the web, UTF-16 too. */
function asLatin(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").replaceAll("\u0000", "");
}

/** The text without white space, comments and instructions before its first element or words. */
function beginningOf(text: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? ">" : null;
    if (end === null) return text.slice(at, at + 2048);
    const found = text.indexOf(end, at + 2);
    if (found === -1) return "";
    at = found + end.length;
  }
}
