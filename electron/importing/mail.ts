import PostalMime, { type Email } from "postal-mime";
import { Problem } from "#domain/problems.ts";
import { readDate } from "./dates.ts";
import type { Format, IncomingFile, Part, ReadDocument, StatedFields } from "./document.ts";
import { bytesOf } from "./incoming.ts";
import { readMailBody } from "./mail-body.ts";
import { type OtherMail, otherMailIn } from "./mail-forwarded.ts";
import { messagesOf } from "./mailbox.ts";
import { isSavedPage, type MimePart, messageHeader, readHeader, readParts, withoutEnvelope } from "./mime.ts";
import { isOfBody } from "./mime-bodies.ts";

/** Mails (EML), each with the files that are attached to it, and mailboxes of many (mbox). */
export const mailFormat: Format = {
  name: "mail",
  recognises: (head) => {
    const header = messageHeader(head);
    return header !== null && !isSavedPage(header);
  },
  async *read(file: IncomingFile) {
    const original = await bytesOf(file);
    const messages = messagesOf(original);
    if (messages.length < 2) yield* readMail(file.name, original);
    for (const [index, bytes] of messages.length < 2 ? [] : messages.entries()) {
      yield {
        kind: "member",
        file: { name: `${file.name} › mail ${index + 1}`, content: { kind: "memory", bytes } },
      } satisfies Part;
    }
  },
};

/**
 * Reads a mail: its text, and each file attached to it, attached mails among them. Its subject is the title, its sender
 * the byline, its date that of publication, unless it sends on the words of somebody else. Pictures, sounds and signatures are
 * left out, since there is no text in them.
 * Throws a problem that names the file where the mail is encrypted, damaged, or holds neither text nor files.
 */
async function* readMail(name: string, original: Uint8Array): AsyncGenerator<Part> {
  const message = withoutEnvelope(original);
  const parts = readParts(name, message);
  refuseEncrypted(name, parts);
  const body = await readMailBody(name, parts);
  const others = parts.filter((part) => !isOfBody(part));
  const attached = others.filter(holdsText);
  if (body.blocks.length === 0 && attached.length === 0) {
    throw problem(name, "is a mail without a text and without files that could hold one.");
  }
  if (body.blocks.length > 0) {
    const left = await leftOut(others.filter((part) => !holdsText(part)));
    const sent = statedBy(await understood(message.subarray(0, readHeader(message).bodyAt)));
    const { stated, doubt } = withOtherMail(sent, otherMailIn(body.blocks));
    const document: ReadDocument = {
      ...body,
      stated,
      mediaType: "message/rfc822",
      tool: ["postal-mime 4.0.0", body.tool].filter((tool) => tool !== "").join(", "),
      doubt: [body.doubt ?? "", doubt, left].filter((sentence) => sentence !== "").join(" ") || null,
    };
    yield { kind: "document", name, original, document };
  }
  for (const [index, part] of attached.entries()) {
    yield {
      kind: "member",
      file: { name: `${name} › ${await nameOf(part, index)}`, content: { kind: "memory", bytes: part.bytes } },
    };
  }
}

/** A header with its encoded words and addresses resolved. Only headers are given to the library: it goes line by line. */
async function understood(header: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(header, { forceRfc822Attachments: true });
  } catch {
    return PostalMime.parse("");
  }
}

/** What the header of a mail says. */
function statedBy(email: Email): StatedFields {
  const stated: StatedFields = {};
  const put = (field: keyof StatedFields, value: string) => {
    const line = value.replace(/\s+/g, " ").trim().slice(0, 2_000);
    if (line !== "") stated[field] = { value: line, from: "header" };
  };
  put("title", email.subject ?? "");
  const sender = email.from?.name ?? "";
  const outlet = newsletterOf(email);
  if (outlet === "") put("byline", sender);
  else put("outlet", outlet);
  const date = readDate(headerOf(email, "date").slice(0, 200));
  if (date && date.doubt === null) put("published", date.value);
  return stated;
}

/** What begins the subject of an answer, in the languages of the press. */
const ANSWER = /^\s*(?:re|r[ée]p?|aw|antw|sv|vs|odp|ynt|res|ref|отв|رد|回复|回覆|答复|返信)\s*(?:\[\d+\])?\s*[:：]/iu;

/**
 * What a mail states with the words of another in it. Of words that were sent on its sender is not the writer, nor is it known
 * from its header who is and when; an answer stays that of its sender. Both are told, with what stands above the other words.
 */
function withOtherMail(sent: StatedFields, other: OtherMail | null): { stated: StatedFields; doubt: string } {
  if (other === null) return { stated: sent, doubt: "" };
  const { byline: _sender, outlet: _list, published: _sent, ...rest } = sent;
  const isAnswer = ANSWER.test(sent.title?.value ?? "");
  const whose = other.lines.filter((line) => line !== other.mark).map((line) => `“${line}”`);
  const words = `From “${other.mark}” on it holds the words of another mail${whose.length === 0 ? "" : ` (${whose.join(", ")})`}`;
  return isAnswer
    ? { stated: sent, doubt: `${words}; its byline and date are those of the answer.` }
    : { stated: rest, doubt: `${words}; who sent it on and when is not taken for its byline and date.` };
}

/** RFC 2919 has 255 characters for the address of a list; its name has the rest. A longer header is cut, and names no list. */
const LONGEST_LIST = 1_000;

/**
 * The outlet of a newsletter, which publishes itself: its list (List-Id, RFC 2919) has a name, and that is the name of its
 * sender. Of any other list it is not certain who publishes what; the outlet is left to the analyst.
 */
function newsletterOf(email: Email): string {
  const named = /^\s*(?:"([^"]*)"|([^<"]*?))\s*<[^>]+>\s*$/.exec(headerOf(email, "list-id").slice(0, LONGEST_LIST));
  const list = (named?.[1] ?? named?.[2] ?? "").trim();
  const sender = (email.from?.name ?? "").trim();
  return list !== "" && list.toLowerCase() === sender.toLowerCase() ? list : "";
}

function headerOf(email: Email, key: string): string {
  return email.headers.find((header) => header.key === key)?.value ?? "";
}

/** Media types without a text to import: those that a mail carries for its looks, signatures, and reports of its delivery. */
const TEXTLESS =
  /^(?:image|audio|video|font|model)\/|^application\/(?:pgp-signature|pgp-keys|(?:x-)?pkcs7-signature|(?:x-)?javascript)$|^message\/(?:delivery-status|disposition-notification|feedback-report)$|^text\/(?:css|javascript|rfc822-headers)$/;

const holdsText = ({ type, bytes }: MimePart) => !TEXTLESS.test(type) && bytes.length > 0;

/** Pictures and the like that were attached, and do not belong to the looks of the mail, as a sentence. */
async function leftOut(parts: readonly MimePart[]): Promise<string> {
  const left = parts.filter(
    ({ type, header }) =>
      /^(?:image|audio|video)\//.test(type) && /^\s*attachment\b/i.test(header.get("content-disposition") ?? ""),
  );
  if (left.length === 0) return "";
  const names = await Promise.all(left.slice(0, 5).map(async (part, index) => `“${await nameOf(part, index)}”`));
  const more = left.length > names.length ? ` and ${left.length - names.length} more` : "";
  return `Attached pictures and recordings were left out: ${names.join(", ")}${more}.`;
}

/** The name of an attached file. Names are the sender’s: no folders, one line, not too long. */
async function nameOf({ written, type }: MimePart, index: number): Promise<string> {
  const { attachments } = await understood(Buffer.concat([written, Buffer.from("-")]));
  const last = (attachments[0]?.filename ?? "").split(/[/\\]/).at(-1) ?? "";
  const line = last
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 200)
    .toWellFormed();
  if (line !== "" && line !== "." && line !== "..") return line;
  return type === "message/rfc822" ? `attached mail ${index + 1}.eml` : `attachment ${index + 1}`;
}

function refuseEncrypted(name: string, parts: readonly MimePart[]): void {
  const isEncrypted = parts.some(
    ({ type, header }) =>
      type === "application/pgp-encrypted" ||
      (/^application\/(?:x-)?pkcs7-mime$/.test(type) && !/signed-data/i.test(header.get("content-type") ?? "")),
  );
  if (isEncrypted)
    throw problem(name, "is encrypted. Open it in the mail program that has its key, and save its text.");
}

function problem(name: string, what: string): Problem {
  return new Problem("UNREADABLE_FILE", `“${name}” ${what}`, { name });
}
