import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { mailFormat } from "#electron/importing/mail.ts";
import { mhtmlFormat } from "#electron/importing/mhtml.ts";
import { mail, multipart, part } from "./mails.ts";
import { documentOf, partsOf } from "./pages.ts";

describe("mhtmlFormat", () => {
  const saved = (...parts: string[]) =>
    mail(multipart("related", "----b", ...parts), [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://a.example/story",
      "Subject: =?utf-8?Q?L=E2=80=99attaque?=",
      "Date: Fri, 22 Mar 2024 01:15:00 -0000",
      "MIME-Version: 1.0",
    ]);
  const html = (location: string, markup: string, type = "text/html") =>
    part(
      `Content-Type: ${type}`,
      "Content-Transfer-Encoding: quoted-printable",
      `Content-Location: ${location}`,
      "",
      markup,
    );
  const STORY = html(
    "https://a.example/story",
    "<html><head></head><body><p>Quarante soldats tu=C3=A9s =\r\nmardi.</p></body></html>",
  );
  const document = async (bytes: Uint8Array) => documentOf(await partsOf(mhtmlFormat, "a.mhtml", bytes));

  it("reads the page that was saved, its address, and no date of publication from when it was saved", async () => {
    expect(
      await document(
        saved(html("https://a.example/ad", "<p>Advertisement"), STORY, "Content-Type: image/png\r\n\r\nx"),
      ),
    ).toEqual({
      blocks: [{ kind: "paragraph", level: 1, text: "Quarante soldats tués mardi." }],
      stated: {
        title: { value: "L’attaque", from: "header" },
        url: { value: "https://a.example/story", from: "header" },
      },
      mediaType: "multipart/related",
      tool: "@mozilla/readability 0.6.0, linkedom 0.18.12",
      doubt: null,
      isPlain: false,
    });
  });

  it("reads what stands in a frame where the page itself only has frames", async () => {
    const frames = html("https://a.example/story", '<html><frameset><frame src=3D"a"></frameset></html>');
    const { blocks } = await document(
      saved(
        frames,
        html("https://a.example/menu", "<p>Menu"),
        html("https://a.example/a", "<p>The story itself, in a frame."),
      ),
    );
    expect(blocks[0]?.text).toBe("The story itself, in a frame.");
  });

  it("keeps the encoding that the part declares", async () => {
    const russian = "нападение на рассвете";
    const begin = saved().toString().replace("------b--", "------b");
    const bytes = Buffer.concat([
      Buffer.from(
        `${begin.trimEnd()}\r\nContent-Type: text/html; charset="windows-1251"\r\nContent-Transfer-Encoding: binary\r\n\r\n`,
      ),
      iconv.encode(`<p>${russian}`, "windows-1251"),
      Buffer.from("\r\n------b--\r\n"),
    ]);
    expect((await document(bytes)).blocks[0]?.text).toBe(russian);
  });

  it("says so where there is no page in it", async () => {
    await expect(document(saved("Content-Type: image/png\r\n\r\nx"))).rejects.toThrow(
      "“a.mhtml” is a saved page without a page in it",
    );
  });

  it("is told from a mail, by what saved it", () => {
    const bytes = saved(STORY);
    expect(mhtmlFormat.recognises(bytes, "a")).toBe(true);
    expect(mailFormat.recognises(bytes, "a")).toBe(false);
    const sent = mail(multipart("related", "b", STORY));
    expect(mhtmlFormat.recognises(sent, "a")).toBe(false);
    expect(mailFormat.recognises(sent, "a")).toBe(true);
    expect(
      mhtmlFormat.recognises(
        Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b'),
        "a",
      ),
    ).toBe(true);
  });
});
