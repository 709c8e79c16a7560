import { posix } from "node:path";
import { shortened } from "#domain/text/shortened.ts";
import { readDate } from "./dates.ts";
import type { StatedFields } from "./document.ts";
import { titleOfProperties, writerOfProperties } from "./properties.ts";
import { MalformedXml, readXml } from "./xml.ts";
import type { ZipEntry } from "./zip-entries.ts";

/** What the package document of an EPUB says. Paths lead from the root of the archive. */
export interface Book {
  /** The pages in reading order. */
  spine: string[];
  /** The table of contents: a page in EPUB 3, an NCX file in EPUB 2. */
  navigation: string | null;
  stated: StatedFields;
  /** What could not be told for certain of what it states, as sentences, or null. */
  doubt: string | null;
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
    ...statedBy(bytes),
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

/** Something that the metadata of a book says, with what they say of it: EPUB 2 in attributes, EPUB 3 in elements that refer to it. */
interface Property {
  text: string;
  /** What somebody did for the book, as codes of MARC: “aut”, “trl”; none where it is not said. */
  roles: string[];
  /** What happened at a date: “publication”, “conversion”; empty where it is not said. */
  event: string;
}

const PROPERTIES = ["title", "creator", "publisher", "date"] as const;
type PropertyName = (typeof PROPERTIES)[number];

/** Reads the properties of a book, those of one name in their order. */
function propertiesOf(bytes: Uint8Array): Record<PropertyName, Property[]> {
  const found: Record<PropertyName, Property[]> = { title: [], creator: [], publisher: [], date: [] };
  const byId = new Map<string, Property>();
  const refined: { id: string; name: string; text: string }[] = [];
  let within: { name: string; take: (text: string) => void; text: string } | null = null;
  readXml(bytes, {
    open: (name, attributes) => {
      if (within !== null) return;
      const known = PROPERTIES.find((property) => property === name);
      if (known) {
        const role = attributes.get("role") ?? "";
        const property = { text: "", roles: role === "" ? [] : [role], event: attributes.get("event") ?? "" };
        found[known].push(property);
        byId.set(attributes.get("id") ?? "", property);
        within = {
          name,
          text: "",
          take: (text) => {
            property.text = text;
          },
        };
      } else if (name === "meta" && attributes.has("refines")) {
        const id = (attributes.get("refines") ?? "").replace(/^#/, "");
        const what = attributes.get("property") ?? "";
        within = { name, text: "", take: (text) => refined.push({ id, name: what, text }) };
      }
    },
    text: (text) => {
      if (within !== null) within.text += text;
    },
    close: (name) => {
      if (name !== within?.name) return;
      within.take(within.text.trim());
      within = null;
    },
  });
  for (const { id, name, text } of refined) {
    const property = byId.get(id);
    if (name === "role") property?.roles.push(text);
    else if (name === "event" && property) property.event = text;
  }
  return found;
}

/** Translators, editors and illustrators are named as creators too. */
const isWriter = ({ roles }: Property) =>
  roles.length === 0 || roles.some((role) => /^(?:.*[/:])?aut(?:hor)?$/i.test(role));

/**
 * What a book states of itself. Its date is that of its publication, or one of which nothing is said: in an EPUB that is the
 * same, since when the file was changed has a property of its own.
 */
function statedBy(bytes: Uint8Array): Pick<Book, "stated" | "doubt"> {
  const { title, creator, publisher, date } = propertiesOf(bytes);
  const stated: StatedFields = {};
  const state = (field: keyof StatedFields, value: string | null | undefined) => {
    if (value) stated[field] = { value, from: "document" };
  };
  state("title", titleOfProperties(title[0]?.text));
  const writers = creator.filter(isWriter).map(({ text }) => text);
  state("byline", writerOfProperties(writers.join(", ")));
  const house = publisher[0]?.text ?? "";
  // The program that makes books of news sites names itself here.
  if (!/^calibre\b/i.test(house)) state("outlet", house);
  const chosen = date.find(({ event }) => /^publication$/i.test(event)) ?? date.find(({ event }) => event === "");
  const published = readDate(chosen?.text ?? "");
  state("published", published?.value);
  const [other] = date;
  const doubt =
    chosen || !other
      ? (published?.doubt ?? null)
      : `It gives no date of its publication, only one of another event (“${told(other.event)}”: ${told(other.text)}), which was not taken.`;
  return { stated, doubt };
}

const told = (text: string) => shortened(text.replace(/\s+/g, " "), 40);
