import { posix } from "node:path";
import { readDate } from "./dates.ts";
import type { StatedFields } from "./document.ts";
import { titleOfProperties, writerOfProperties } from "./properties.ts";
import { MalformedXml, readXml, textsOf } from "./xml.ts";
import type { ZipEntry } from "./zip-entries.ts";

/** What the package document of an EPUB says. Paths lead from the root of the archive. */
export interface Book {
  /** The pages in reading order. */
  spine: string[];
  /** The table of contents: a page in EPUB 3, an NCX file in EPUB 2. */
  navigation: string | null;
  stated: StatedFields;
}

type Entries = ReadonlyMap<string, ZipEntry>;

/** Reads the package document. Throws `MalformedXml` where there is none that can be read. */
export async function readBook(entries: Entries): Promise<Book> {
  const packagePath = await packagePathOf(entries);
  const bytes = await partOf(entries, packagePath);
  const items = new Map<string, string>();
  const order: string[] = [];
  let navigation: string | null = null;
  let contents: string | null = null;
  readXml(bytes, {
    open: (name, attributes) => {
      const id = attributes.get("id") ?? "";
      if (name === "item") {
        const path = pathFrom(packagePath, attributes.get("href") ?? "");
        items.set(id, path);
        if (/(^|\s)nav(\s|$)/.test(attributes.get("properties") ?? "")) navigation = path;
        if (attributes.get("media-type") === "application/x-dtbncx+xml") contents = path;
      } else if (name === "itemref" && attributes.get("linear") !== "no") {
        order.push(attributes.get("idref") ?? "");
      }
    },
  });
  const spine = [...new Set(order)].flatMap((id) => items.get(id) ?? []);
  const navigationPath: string | null = navigation ?? contents;
  return {
    spine: spine.filter((path) => path !== navigationPath),
    navigation: navigationPath,
    stated: statedBy(bytes),
  };
}

/** The pages that the table of contents names, with their names. Empty where there is none, or none that can be read. */
export async function pagesInNavigation({ navigation }: Book, entries: Entries): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  if (navigation === null) return pages;
  const add = (href: string, label: string) => {
    const path = pathFrom(navigation, href);
    if (!pages.has(path)) pages.set(path, label.replace(/\s+/g, " ").trim());
  };
  let href: string | null = null;
  let label = "";
  let isLabel = false;
  try {
    readXml(await partOf(entries, navigation), {
      open: (name, attributes) => {
        if (name === "a") {
          href = attributes.get("href") ?? null;
          label = "";
          isLabel = true;
        } else if (name === "navLabel") {
          label = "";
          isLabel = true;
        } else if (name === "content") {
          add(attributes.get("src") ?? "", label);
        }
      },
      text: (text) => {
        if (isLabel) label += text;
      },
      close: (name) => {
        if (name === "a" && href !== null) add(href, label);
        if (name === "a") href = null;
        if (name === "a" || name === "navLabel") isLabel = false;
      },
    });
  } catch (error) {
    if (!(error instanceof MalformedXml)) throw error;
  }
  return pages;
}

async function packagePathOf(entries: Entries): Promise<string> {
  let found = "";
  readXml(await partOf(entries, "META-INF/container.xml"), {
    open: (name, attributes) => {
      if (name === "rootfile") found ||= attributes.get("full-path") ?? "";
    },
  });
  return posix.normalize(found);
}

async function partOf(entries: Entries, path: string): Promise<Uint8Array> {
  const entry = entries.get(path);
  if (!entry) throw new MalformedXml(`There is no ${path}.`);
  return entry.read();
}

/** The path in the archive that a reference in one of its files leads to. */
function pathFrom(file: string, reference: string): string {
  const [path = ""] = reference.split("#");
  try {
    return posix.join(posix.dirname(file), decodeURIComponent(path));
  } catch {
    return posix.join(posix.dirname(file), path);
  }
}

function statedBy(bytes: Uint8Array): StatedFields {
  const properties = textsOf(bytes, ["title", "creator", "publisher", "date"]);
  const stated: StatedFields = {};
  const state = (field: keyof StatedFields, value: string | null | undefined) => {
    if (value) stated[field] = { value, from: "document" };
  };
  state("title", titleOfProperties(properties.get("title")?.[0]));
  state("byline", writerOfProperties(properties.get("creator")?.join(", ")));
  const publisher = properties.get("publisher")?.[0] ?? "";
  // The program that makes books of news sites names itself here.
  if (!/^calibre\b/i.test(publisher)) state("outlet", publisher);
  // In an EPUB this is the date of publication; when the file was changed has a property of its own.
  state("published", readDate(properties.get("date")?.[0] ?? "")?.value);
  return stated;
}
