import type { ReadDocument, StatedFields } from "./document.ts";

/** What a document states by its properties, with its author apart: before whom a printed byline goes. */
export function statedOfProperties({ byline, ...stated }: StatedFields): Pick<ReadDocument, "stated" | "writer"> {
  return { stated, ...(byline && { writer: byline.value }) };
}

/**
 * The title that the properties of a document give it; null where a program put one there, such as the name of a file.
 */
export function titleOfProperties(title: string | null | undefined): string | null {
  const line = (title ?? "").replace(/\s+/g, " ").trim();
  if (line === "" || !/\p{L}/u.test(line)) return null;
  if (
    /^(microsoft (word|powerpoint|excel|publisher) -|untitled|unbenannt|sans titre|sin título|document ?\d*$|slide \d+$|powerpoint presentation$|layout \d+$|about:blank)/i.test(
      line,
    )
  )
    return null;
  if (
    /^(file|https?):\/\//i.test(line) ||
    /\.(docx?|odt|rtf|pdf|indd|qxp|qxd|tex|dvi|html?|txt|pptx?|xlsx?|pub|wpd|pages)$/i.test(line)
  )
    return null;
  // Names of files have no spaces, and titles of one word have no underscores or figures.
  return !line.includes(" ") && /[_\d]/.test(line) ? null : line;
}

/** Who wrote a document, as its properties say; null where it is the account of a machine. */
export function writerOfProperties(writer: string | null | undefined): string | null {
  const line = (writer ?? "").replace(/\s+/g, " ").trim();
  if (!/\p{L}{2}/u.test(line)) return null;
  const isAccount =
    /^((windows|microsoft office|default|pc|hp|dell|asus|acer|lenovo|home) ?user|user ?\d*|admin(istrator)?|administrateur|utilisateur|usuario|benutzer|owner|author|unknown|anonymous|root|guest|hp|dell|asus|acer|lenovo|pc\d*|python-docx|mozilla.*|chromium.*)$/i;
  return isAccount.test(line) || /[@\\/]|^\S*\d\S*$/.test(line) ? null : line;
}
