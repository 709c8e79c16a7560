import { type ZipSpecimen, zipOf } from "./zip.ts";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface DocxSpecimen {
  /** What stands in `<w:body>`. */
  body: string;
  /** What stands in `<cp:coreProperties>`. */
  properties?: string;
  /** What stands in `<w:footnotes>`. */
  footnotes?: string;
  /** What stands in `<w:numbering>`. */
  numbering?: string;
  styles?: string;
  more?: readonly ZipSpecimen[];
}

/** A Word document with the parts that programs write. */
export function docxOf({
  body,
  properties = "",
  footnotes = "",
  numbering = "",
  styles = "",
  more = [],
}: DocxSpecimen): Buffer {
  const part = (element: string, content: string) =>
    `<?xml version="1.0"?><w:${element} xmlns:w="${WORD}">${content}</w:${element}>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="${type}" Target="${target}"/>`;
  const relations = (...all: string[]) => `<Relationships xmlns="${RELATIONS}">${all.join("")}</Relationships>`;
  const types = ["document", "styles", "numbering", "footnotes"].map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name === "document" ? "document.main" : name}+xml"/>`,
  );
  const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`;
  return zipOf([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    },
    { name: "_rels/.rels", content: relations(relation(1, `${OFFICE}/officeDocument`, "word/document.xml")) },
    { name: "docProps/core.xml", content: core },
    { name: "word/document.xml", content: part("document", `<w:body>${body}</w:body>`) },
    { name: "word/styles.xml", content: part("styles", styles) },
    { name: "word/numbering.xml", content: part("numbering", numbering) },
    { name: "word/footnotes.xml", content: part("footnotes", footnotes) },
    {
      name: "word/_rels/document.xml.rels",
      content: relations(
        relation(1, `${OFFICE}/styles`, "styles.xml"),
        relation(2, `${OFFICE}/numbering`, "numbering.xml"),
        relation(3, `${OFFICE}/footnotes`, "footnotes.xml"),
      ),
    },
    ...more,
  ]);
}

/** A paragraph of a Word document, by the name of its style. */
export function wordParagraph(text: string, style = "", run = ""): string {
  const properties = style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r>${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Styles of a Word document: id → the name by which Word knows it. */
export function wordStyles(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join("");
}

const ODF = "urn:oasis:names:tc:opendocument:xmlns";

/** An OpenDocument text, from what stands in its body, among its automatic and its common styles and in its metadata. */
export function odtOf({
  body,
  styles = "",
  commonStyles = "",
  properties = "",
  manifest = "",
}: Record<"body", string> & Partial<Record<"styles" | "commonStyles" | "properties" | "manifest", string>>): Buffer {
  const names = ["office", "style", "text", "table", "drawing", "meta"].map(
    (name) => `xmlns:${name === "drawing" ? "draw" : name}="${ODF}:${name}:1.0"`,
  );
  const root = (name: string, content: string) =>
    `<?xml version="1.0"?><office:${name} ${names.join(" ")} xmlns:dc="http://purl.org/dc/elements/1.1/">${content}</office:${name}>`;
  return zipOf([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true },
    {
      name: "content.xml",
      content: root(
        "document-content",
        `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
      ),
    },
    {
      name: "styles.xml",
      content: root("document-styles", `<office:styles>${commonStyles}</office:styles>`),
    },
    { name: "meta.xml", content: root("document-meta", `<office:meta>${properties}</office:meta>`) },
    {
      name: "META-INF/manifest.xml",
      content: `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0">${manifest}</manifest:manifest>`,
    },
  ]);
}

export interface EpubSpecimen {
  /** Name → what stands in the body of the page, in the order of the spine. */
  pages: Readonly<Record<string, string>>;
  /** Page → its name in the navigation. */
  navigation?: Readonly<Record<string, string>>;
  /** What stands in `<metadata>`. */
  properties?: string;
  more?: readonly ZipSpecimen[];
}

/** An EPUB 3. */
export function epubOf({ pages, navigation = {}, properties = "", more = [] }: EpubSpecimen): Buffer {
  const page = (title: string, body: string) =>
    `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>${title}</title></head><body>${body}</body></html>`;
  const names = Object.keys(pages);
  const items = names.map(
    (name, index) => `<item id="p${index}" href="text/${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  const links = Object.entries(navigation).map(
    ([name, label]) => `<li><a href="text/${encodeURI(name)}#top">${label}</a></li>`,
  );
  const nav = `<nav epub:type="toc"><ol>${links.join("")}</ol></nav>`;
  return zipOf([
    { name: "mimetype", content: "application/epub+zip", stored: true },
    {
      name: "META-INF/container.xml",
      content:
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    {
      name: "OPS/book.opf",
      content: `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${properties}</metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join("")}</manifest><spine>${names.map((_, index) => `<itemref idref="p${index}"/>`).join("")}</spine></package>`,
    },
    { name: "OPS/nav.xhtml", content: page("Contents", nav) },
    ...names.map((name) => ({ name: `OPS/text/${name}`, content: page(name, pages[name] ?? "") })),
    ...more,
  ]);
}
