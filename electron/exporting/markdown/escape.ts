/** Characters that mean something somewhere in a line of Markdown. */
const SPECIAL = /[\\`*_{}[\]<>|~&!#@$^]/g;

/**
 * One line of text as Markdown that reads as that text and nothing else: no emphasis, no link, no HTML, no table cell, no
 * heading, list or code block, no address that turns into a link.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL, "\\$&")
    .replace(/:(?=\/\/|[\w+-]+:)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/^[ \t]+/, (space) => [...space].map((character) => `&#${character.charCodeAt(0)};`).join(""))
    .replace(/\n/g, "<br>");
}

/** The text that `escapeMarkdown` was given. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/<br>|&#(\d{1,3});|\\([!-/:-@[-`{-~])/g, (_, code?: string, character?: string) => {
    if (code !== undefined) return String.fromCharCode(Number(code));
    return character ?? "\n";
  });
}
