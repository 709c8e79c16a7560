import type { PDFDocumentProxy } from "pdfjs-dist";
import { readDate } from "./dates.ts";
import type { StatedFields } from "./document.ts";
import { titleOfProperties, writerOfProperties } from "./properties.ts";

type Metadata = Awaited<ReturnType<PDFDocumentProxy["getMetadata"]>>;

/**
 * What a PDF states of itself, in its XMP packet or its information dictionary. When the file was made is no date of
 * publication; only publishers’ own fields (PRISM) name that. The language is not taken: programs write that of their menus.
 */
export function statedByPdf(metadata: Metadata | null): StatedFields {
  if (!metadata) return {};
  const info = metadata.info as Record<string, unknown>;
  const packet = (...names: string[]) => {
    for (const name of names) {
      const value: unknown = metadata.metadata?.get(name);
      const line = Array.isArray(value) ? value.join(", ") : value;
      if (typeof line === "string" && line.trim() !== "") return line.trim();
    }
    return null;
  };
  const entry = (name: string) => (typeof info[name] === "string" ? info[name].trim() : null);
  const stated: StatedFields = {};
  const state = (field: keyof StatedFields, value: string | null | undefined) => {
    if (value) stated[field] = { value, from: "document" };
  };
  state("title", titleOfProperties(packet("dc:title") ?? entry("Title")));
  state("byline", writerOfProperties(packet("dc:creator") ?? entry("Author")));
  state("outlet", packet("prism:publicationname"));
  state("url", packet("prism:url"));
  state("published", readDate(packet("prism:publicationdate", "prism:coverdate") ?? "")?.value);
  return stated;
}
