import { describe, expect, it } from "vitest";
import { isSoonShown, LARGEST_SHOWN_FILE, LARGEST_SHOWN_TEXT, shownOriginal } from "#electron/importing/showing.ts";
import { showOnThread } from "#electron/jobs/showing.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const show = async (mediaType: string, content: string | Uint8Array) =>
  shownOriginal({ mediaType, bytes: typeof content === "string" ? bytesOf(content) : content });

const mailWith = (...parts: string[]) =>
  [
    "From: Ada <ada@harbour.example>",
    "Subject: Ferry",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="cut"',
    "",
    ...parts.map((part) => `--cut\r\n${part}`),
    "--cut--",
    "",
  ].join("\r\n");

describe("shownOriginal", () => {
  it("gives markup as it is, for whoever draws it to make harmless", async () => {
    const markup = "<script>alert(1)</script><p>Ferry";
    expect(await show("text/html; charset=utf-8", markup)).toEqual({ kind: "html", text: markup });
    expect((await show("application/xhtml+xml", markup)).kind).toBe("html");
  });

  it("decodes markup by what it declares", async () => {
    const page = Uint8Array.from(Buffer.from('<meta charset="windows-1251"><p>\xcf\xe0\xf0\xee\xec', "latin1"));
    expect((await show("text/html", page)).text).toContain("Паром");
  });

  it.each([
    "text/plain",
    "text/markdown",
    "text/csv",
    "application/json",
    "application/ld+json",
    "application/rss+xml",
  ])("gives %s as text", async (mediaType) => {
    expect(await show(mediaType, "<b>Ferry</b>")).toEqual({ kind: "text", text: "<b>Ferry</b>" });
  });

  it("leaves PDFs to whoever draws them from their bytes", async () => {
    expect(await show("application/pdf", "%PDF-1.7")).toEqual({ kind: "pdf", text: "" });
  });

  it.each([
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "text/rtf",
    "application/rtf",
    "application/epub+zip",
    "image/svg+xml",
    "",
  ])("does not draw “%s”", async (mediaType) => {
    expect(await show(mediaType, "Ferry")).toEqual({ kind: "none", text: "" });
  });

  it("does not draw as text what holds binary data", async () => {
    expect((await show("text/plain", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2, 3))).kind).toBe("none");
  });

  it("says what is too large, by the bytes it would have to draw", async () => {
    const letters = new Uint8Array(LARGEST_SHOWN_TEXT + 1).fill(0x61);
    expect((await show("text/html", letters)).kind).toBe("too-large");
    expect((await show("text/html", letters.subarray(1))).kind).toBe("html");
    expect((await show("application/pdf", letters)).kind).toBe("pdf");
    expect((await show("application/pdf", new Uint8Array(LARGEST_SHOWN_FILE + 1))).kind).toBe("too-large");
  });

  it("takes the page out of a mail, with the pictures that came with it", async () => {
    const page = 'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Ferry</p><img src="cid:boat"><img src="cid:other">';
    const picture =
      "Content-Type: image/png\r\nContent-ID: <boat>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=";
    const shown = await show("message/rfc822", mailWith(page, picture));
    expect(shown.kind).toBe("html");
    expect(shown.text).toContain('<img src="data:image/png;base64,iVBORw0KGgo=">');
    expect(shown.text).toContain('<img src="cid:other">');
  });

  it("brings no drawing in as a picture that came with a mail", async () => {
    const page = 'Content-Type: text/html\r\n\r\n<img src="cid:drawing">';
    const drawing = "Content-Type: image/svg+xml\r\nContent-ID: <drawing>\r\n\r\n<svg onload='alert(1)'/>";
    expect((await show("message/rfc822", mailWith(page, drawing))).text).not.toContain("data:");
  });

  it("gives the words of a mail that has no page", async () => {
    const mail = "From: Ada <ada@harbour.example>\r\nSubject: Ferry\r\n\r\nThe ferry stopped.\r\n";
    expect(await show("message/rfc822", mail)).toEqual({
      kind: "text",
      text: "From: Ada <ada@harbour.example>\nSubject: Ferry\n\nThe ferry stopped.\r\n",
    });
  });

  it("gives the header of a mail above its words: decoded, in the order of mail programs, and no more of it", async () => {
    const mail = [
      "Received: from relay.example",
      "Message-ID: <1@harbour.example>",
      "Subject: =?utf-8?Q?La_jet=C3=A9e?= is",
      " closed",
      "X-Mailer: a program",
      "Date: Fri, 22 Mar 2024 01:15:00 +0300",
      "Cc: =?utf-8?B?2LnYp9iv2YQ=?= <adil@harbour.example>",
      "To: desk@harbour.example, night@harbour.example",
      "from: Ada <ada@harbour.example>",
      "",
      "The ferry stopped.",
    ].join("\r\n");
    expect((await show("message/rfc822", mail)).text.split("\n")).toEqual([
      "from: Ada <ada@harbour.example>",
      "To: desk@harbour.example, night@harbour.example",
      "Cc: عادل <adil@harbour.example>",
      "Date: Fri, 22 Mar 2024 01:15:00 +0300",
      "Subject: La jetée is closed",
      "Message-ID: <1@harbour.example>",
      "",
      "The ferry stopped.",
    ]);
  });

  it("gives hostile lines of a header as text, each as one line", async () => {
    const encoded = (words: string) => `=?utf-8?B?${Buffer.from(words).toString("base64")}?=`;
    const mail = [
      'From: "</pre><img src=x onerror=alert(1)>" <a@b.example>',
      "From: Somebody Else <c@d.example>",
      `Subject: ${encoded("Ferry\r\nFrom: The Minister <m@g.example>\u2028To: you\u0000")}`,
      `Reply-To: ${encoded("\u202emoc.rehto@a\u2066")}`,
      'To: <img src="cid:boat">, =?no-such-set?B?////?=, =?utf-8?Q?=FF=FE?=',
      `Cc: ${"x@y.example, ".repeat(20_000)}`,
      ...Array.from({ length: 500 }, (_, index) => `Date: ${index}`),
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; boundary="cut"',
      "",
      "--cut\r\nContent-Type: text/html\r\n\r\n<p>Ferry",
      "--cut\r\nContent-Type: image/png\r\nContent-ID: <boat>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=",
      "--cut--",
    ].join("\r\n");
    const { kind, text } = await show("message/rfc822", mail);
    expect(kind).toBe("html");
    const [, header = "", body = ""] = /^<pre dir="auto">([^<]*)<\/pre>\n<hr>\n(.*)/s.exec(text) ?? [];
    expect(body).toMatch(/^<p>Ferry/);
    const lines = header.split("\n");
    expect(lines.slice(0, 3)).toEqual([
      'From: "&lt;/pre>&lt;img src=x onerror=alert(1)>" &lt;a@b.example>',
      "From: Somebody Else &lt;c@d.example>",
      "Reply-To: ‹U+202E›moc.rehto@a‹U+2066›",
    ]);
    expect(lines).toContain("Subject: Ferry From: The Minister &lt;m@g.example> To: you");
    expect(lines.find((line) => line.startsWith("To: "))).toContain('&lt;img src="cid:boat">');
    expect(lines.filter((line) => line.startsWith("Date: "))).toHaveLength(5);
    expect(lines.every((line) => line.length < 2_100)).toBe(true);
    expect(lines).toHaveLength(11);
  });

  it("takes of what is said in several forms the page, and leaves out what is attached", async () => {
    const forms = [
      'Content-Type: multipart/alternative; boundary="in"\r\n',
      "--in\r\nContent-Type: text/plain\r\n\r\nPlain ferry",
      "--in\r\nContent-Type: text/html; charset=iso-8859-2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Prom =B1",
      "--in--",
    ].join("\r\n");
    const attached = "Content-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n<p>Attached";
    const footer = "Content-Type: text/plain\r\n\r\n<Sent> from the landing & on";
    const { text } = await show("message/rfc822", mailWith(forms, attached, footer));
    expect(text).toContain("<p>Prom ą");
    expect(text).toContain('<pre dir="auto">&lt;Sent> from the landing &amp; on</pre>');
    expect(text).not.toMatch(/Plain ferry|Attached/);
  });

  it("takes the pages out of a saved page, the main page first, with the pictures at their addresses", async () => {
    const saved = [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://harbour.example/ferry",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="cut"',
      "",
      "--cut\r\nContent-Type: text/html\r\nContent-Location: https://harbour.example/notice\r\n\r\n<p>Framed",
      '--cut\r\nContent-Type: text/html\r\nContent-Location: https://harbour.example/ferry\r\n\r\n<p>Main <img src="https://harbour.example/a.gif?x=1&amp;y=2">',
      "--cut\r\nContent-Type: image/gif\r\nContent-Location: https://harbour.example/a.gif?x=1&y=2\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=",
      "--cut--",
    ].join("\r\n");
    const { kind, text } = await show("multipart/related", saved);
    expect(kind).toBe("html");
    expect(text).toMatch(/^<p>Main <img src="data:image\/gif;base64,R0lGODlhAQABAAAAACw=">\s*<hr>\s*<p>Framed/);
  });

  it("draws nothing of what cannot be taken apart", async () => {
    let deep = "Content-Type: text/html\r\n\r\n<p>Ferry";
    for (let depth = 0; depth < 80; depth++) {
      deep = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${deep}\r\n--b${depth}--`;
    }
    expect(await show("message/rfc822", `From: a@b.example\r\n${deep}`)).toEqual({ kind: "none", text: "" });
  });
});

describe("showOnThread", () => {
  const mail = mailWith("Content-Type: text/html\r\n\r\n<p>Ferry</p>");

  it("gives the same from another thread", async () => {
    const original = { mediaType: "message/rfc822", bytes: bytesOf(mail) };
    expect(await showOnThread({ ...original, name: "ferry.eml" })).toEqual(await shownOriginal(original));
  });

  it("gives up what takes too long, with a sentence that names it", async () => {
    const original = { mediaType: "message/rfc822", bytes: bytesOf(mail), name: "ferry.eml" };
    await expect(showOnThread(original, 0)).rejects.toMatchObject({
      code: "UNREADABLE_FILE",
      message: expect.stringContaining("“ferry.eml”"),
    });
  });

  it("is for what is not shown at once", () => {
    const large = new Uint8Array(2_000_000);
    expect(isSoonShown({ mediaType: "message/rfc822", bytes: large })).toBe(false);
    expect(isSoonShown({ mediaType: "text/html", bytes: large })).toBe(false);
    expect(isSoonShown({ mediaType: "application/pdf", bytes: large })).toBe(true);
    expect(isSoonShown({ mediaType: "text/html", bytes: bytesOf("<p>Ferry") })).toBe(true);
    expect(isSoonShown({ mediaType: "text/html", bytes: Uint8Array.of(0x3c, 0x70, 0x3e, 0xe9) })).toBe(false);
  });
});
