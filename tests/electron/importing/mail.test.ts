import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { mailFormat } from "#electron/importing/mail.ts";
import { HEADER, mail, multipart, part } from "./mails.ts";
import { documentOf, linesOf, partsOf } from "./pages.ts";

const read = (bytes: Uint8Array) => partsOf(mailFormat, "a.eml", bytes);
const members = async (bytes: Uint8Array) =>
  (await read(bytes)).flatMap((found) =>
    found.kind === "member" && found.file.content.kind === "memory"
      ? [[found.file.name, Buffer.from(found.file.content.bytes).toString()]]
      : [],
  );

describe("mailFormat", () => {
  it("reads the header as what the mail states of itself, the date in UTC", async () => {
    const parts = await read(
      mail(["Content-Type: text/plain; charset=utf-8", "", "Forty were killed.", "", "More later."]),
    );
    expect(documentOf(parts)).toEqual({
      blocks: [
        { kind: "paragraph", level: 1, text: "Forty were killed." },
        { kind: "paragraph", level: 1, text: "More later." },
      ],
      stated: {
        title: { value: "مقتل أربعين at the border", from: "header" },
        byline: { value: "Jane Doe", from: "header" },
        published: { value: "2024-03-21T22:15", from: "header" },
      },
      mediaType: "message/rfc822",
      tool: "postal-mime 4.0.0",
      doubt: null,
      isPlain: true,
    });
  });

  it("has the outlet of a newsletter that publishes itself, and of no other list", async () => {
    const stated = async (from: string, list: string) =>
      documentOf(
        await read(mail(["", "Text."], [`From: ${from}`, "Subject: S", `List-Id: ${list}`, "Message-ID: <1@x>"])),
      ).stated;
    expect(await stated("The Example <news@example.org>", '"The Example" <news.example.org>')).toMatchObject({
      outlet: { value: "The Example", from: "header" },
    });
    expect(await stated("Jane Doe <jane@x.org>", "Sahel watch <sahel.lists.example.org>")).toEqual({
      title: { value: "S", from: "header" },
      byline: { value: "Jane Doe", from: "header" },
    });
  });

  it("costs little however long the name of its list is", { timeout: 10_000 }, async () => {
    for (const list of [`a${" ".repeat(200_000)}b`, `"${'" '.repeat(100_000)}`, `a ${"<".repeat(200_000)}`]) {
      const { stated } = documentOf(await read(mail(["", "Text."], [...HEADER, `List-Id: ${list}`])));
      expect(stated).toMatchObject({ byline: { value: "Jane Doe", from: "header" } });
    }
  });

  it("takes the HTML of alternatives, or the plain text where there is none in it", async () => {
    const alternatives = (html: string) =>
      mail(
        multipart(
          "alternative",
          "b",
          part("Content-Type: text/plain; charset=utf-8", "", "plain"),
          part("Content-Type: text/html; charset=utf-8", "", html),
        ),
      );
    expect(linesOf(documentOf(await read(alternatives("<h2>Rich</h2><p>text"))))).toEqual([
      "heading 2: Rich",
      "paragraph 1: text",
    ]);
    expect(linesOf(documentOf(await read(alternatives("<img src=x>"))))).toEqual(["paragraph 1: plain"]);
  });

  it("joins text parts that follow one another, such as the footer of a list", async () => {
    const parts = await read(
      mail(
        multipart(
          "mixed",
          "b",
          part("Content-Type: text/html", "", "<p>Body"),
          part("Content-Type: text/plain", "", "Footer"),
        ),
      ),
    );
    expect(linesOf(documentOf(parts))).toEqual(["paragraph 1: Body", "paragraph 1: Footer"]);
  });

  it("decodes each part by its header, and says where that is wrong", async () => {
    const russian = "Представитель сообщил, что нападение произошло на рассвете в приграничном городе.";
    const encoded = (encoding: string, label: string) =>
      Buffer.concat([
        mail([`Content-Type: text/plain; charset=${label}`, "Content-Transfer-Encoding: 8bit", "", ""]),
        iconv.encode(russian, encoding),
      ]);
    const right = documentOf(await read(encoded("koi8-r", "koi8-r")));
    expect([linesOf(right), right.doubt]).toEqual([[`paragraph 1: ${russian}`], null]);
    const wrong = documentOf(await read(encoded("windows-1251", "utf-8")));
    expect(linesOf(wrong)).toEqual([`paragraph 1: ${russian}`]);
    expect(wrong.doubt).toContain("declared to be in UTF-8, and it is not");
  });

  it("undoes transfer encodings and flowed lines", async () => {
    const text = async (...content: string[]) => linesOf(documentOf(await read(mail(content))))[0];
    expect(
      await text(
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "L=E2=80=\r\n=99aube =3D d=C3=A9but",
      ),
    ).toBe("paragraph 1: L’aube = début");
    expect(
      await text(
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: BASE64",
        "",
        Buffer.from("L’aube").toString("base64"),
      ),
    ).toBe("paragraph 1: L’aube");
    expect(await text("Content-Type: text/plain; format=flowed", "", "A line that was \r\nbroken here.")).toBe(
      "paragraph 1: A line that was broken here.",
    );
  });

  it("hands on each attached file by its name, attached mails too, and leaves pictures out", async () => {
    const inner = mail(["", "Inner."]).toString();
    const bytes = mail(
      multipart(
        "mixed",
        "b",
        part("Content-Type: text/plain", "", "Body"),
        part("Content-Type: message/rfc822", "", inner),
        part(
          "Content-Type: text/html",
          "Content-Disposition: attachment; filename*=utf-8''%D8%AE%D8%A8%D8%B1.html",
          "",
          "<p>x",
        ),
        part(
          'Content-Type: application/pdf; name="../../etc/a.pdf"',
          "Content-Transfer-Encoding: base64",
          "",
          "JVBERi0=",
        ),
        part("Content-Type: image/png", 'Content-Disposition: attachment; filename="b.png"', "", "PNG"),
        part("Content-Type: image/png", "Content-ID: <logo>", "Content-Disposition: inline", "", "PNG"),
      ),
    );
    expect(await members(bytes)).toEqual([
      ["a.eml › attached mail 1.eml", inner],
      ["a.eml › خبر.html", "<p>x"],
      ["a.eml › a.pdf", "%PDF-"],
    ]);
    const { doubt, blocks } = documentOf(await read(bytes));
    expect(blocks).toHaveLength(1);
    expect(doubt).toBe("Attached pictures and recordings were left out: “b.png”.");
  });

  it("hands on each mail of a digest, which need not say that it is one", async () => {
    const first = part("From: One Person <one@x.example>", "Subject: First", "", "The first body.");
    const second = part(
      "From: Two Person <two@x.example>",
      'Content-Type: multipart/mixed; boundary="c"',
      "",
      "--c",
      "",
      "The second body.",
      "--c--",
    );
    const digest = mail(
      multipart(
        "mixed",
        "a",
        part("Content-Type: text/plain", "", "Topics of today"),
        part(
          ...multipart(
            "digest",
            "b",
            part("", first),
            part("Content-Description: of two", "", second),
            part("Content-Type: message/rfc822", "", first),
            // No empty line ends the header of the part, as RFC 2046 wants it.
            second,
            part("Content-Type: text/plain", "", "Contributions to the list"),
          ),
        ),
      ),
    );
    const names = [1, 2, 3, 4].map((number) => `a.eml › attached mail ${number}.eml`);
    expect(await members(digest)).toEqual([
      [names[0], first],
      [names[1], second],
      [names[2], first],
      [names[3], second],
    ]);
    expect(linesOf(documentOf(await read(digest)))).toEqual([
      "paragraph 1: Topics of today",
      "paragraph 1: Contributions to the list",
    ]);
    const bare = mail(multipart("digest", "b", part("", first), part("", second)));
    expect(await members(bare)).toEqual([
      [names[0], first],
      [names[1], second],
    ]);
    expect((await read(bare)).map(({ kind }) => kind)).toEqual(["member", "member"]);
  });

  it("hands on the mails of a mailbox, each by itself", async () => {
    const one = mail(["", "One.", "From here on it is text.", ""]).toString();
    const mailbox = `From jane@example.org Fri Mar 22 10:15:00 2024\r\n${one}\r\nFrom - Sat Mar 23 10:15:00 2024\r\n${one}`;
    expect(mailFormat.recognises(Buffer.from(mailbox), "a")).toBe(true);
    const found = await members(Buffer.from(mailbox));
    expect(found.map(([name]) => name)).toEqual(["a.eml › mail 1", "a.eml › mail 2"]);
    expect(documentOf(await read(Buffer.from(found[1]?.[1] ?? ""))).blocks[0]?.text).toContain("One.");
  });

  it("undoes what a mailbox does to lines that begin as those between its messages do", async () => {
    const body = ["From here on it is text.", "> From the start.", ">From within."];
    const kept = mail(["", ">From here on it is text.", "> From the start.", ">>From within.", ""]).toString();
    const message = Buffer.from(`From jane@example.org Fri Mar 22 10:15:00 2024\r\n${kept}`);
    const words = async (bytes: Uint8Array) =>
      documentOf(await read(bytes))
        .blocks.map(({ text }) => text)
        .join("\n");
    expect(await words(message)).toBe(body.join("\n"));
    // Nothing was done to a mail that lies in no mailbox.
    expect(await words(Buffer.from(kept))).toContain(">>From within.");
    const [article] = await read(message);
    expect(article?.kind === "document" && Buffer.from(article.original).equals(message)).toBe(true);
  });

  it("says what to do about encrypted and empty mails", async () => {
    await expect(
      read(
        mail(
          multipart(
            "encrypted",
            "b",
            part("Content-Type: application/pgp-encrypted", "", "Version: 1"),
            part("Content-Type: application/octet-stream", "", "x"),
          ),
        ),
      ),
    ).rejects.toThrow("“a.eml” is encrypted.");
    await expect(
      read(mail(["Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "", "x"])),
    ).rejects.toThrow("encrypted");
    await expect(read(mail(["", ""]))).rejects.toThrow("“a.eml” is a mail without a text");
  });

  it("refuses parts that lie too deep in one another, or are too many", async () => {
    const deep = Array.from({ length: 20_000 }, (_, index) =>
      part(`--b${index}`, `Content-Type: multipart/mixed; boundary="b${index + 1}"`, ""),
    );
    await expect(read(mail(['Content-Type: multipart/mixed; boundary="b0"', "", ...deep]))).rejects.toThrow(
      "too many parts",
    );
    const many = Array.from({ length: 20_000 }, () => part("--b", "", "x"));
    await expect(read(mail(['Content-Type: multipart/mixed; boundary="b"', "", ...many]))).rejects.toThrow(
      "too many parts",
    );
    const nested = mail(Array.from({ length: 20_000 }, () => part("Content-Type: message/rfc822", "", ...HEADER)));
    expect(await members(nested)).toHaveLength(1);
  });

  it("tells mails by their header", () => {
    const recognises = (text: string) => mailFormat.recognises(Buffer.from(text), "a");
    expect(recognises("Received: by x\r\nSubject: y\r\n\r\nz")).toBe(true);
    expect(recognises("\n>From x\nReturn-Path: <a@b>\n folded\nTo: c\n\n")).toBe(true);
    for (const text of [
      "",
      "Subject: a talk\nDate: today\n\nText",
      "Note: x\n\nFrom: y\nTo: z",
      "From the border, news: all quiet\n",
      "<html>",
    ]) {
      expect(recognises(text), text).toBe(false);
    }
  });
});
