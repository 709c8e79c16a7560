import { describe, expect, it } from "vitest";
import { mailFormat } from "#electron/importing/mail.ts";
import { mail } from "./mails.ts";
import { documentOf, partsOf } from "./pages.ts";

const read = (bytes: Uint8Array) => partsOf(mailFormat, "a.eml", bytes);

describe("a mail with the words of another in it", () => {
  const header = (subject: string) => [
    'From: "The desk" <desk@example.org>',
    `Subject: ${subject}`,
    "Date: Mon, 25 Mar 2024 09:00:00 +0100",
    'List-Id: "The desk" <desk.example.org>',
  ];
  const withText = async (subject: string, lines: readonly string[], type = "text/plain; charset=utf-8") =>
    documentOf(await read(mail([`Content-Type: ${type}`, "", ...lines], header(subject))));

  it.each([
    ["---------- Forwarded message ---------", ["From: Ada Brook <ada@wire.example>", "Date: Fri, Mar 22, 2024"]],
    ["-------- Original Message --------", ["Subject: Forty killed", "Date: 22/03/2024 10:30", "From: Ada Brook"]],
    ["-----Message d'origine-----", ["De : Ada Brook", "Envoyé : vendredi 22 mars 2024 10:30"]],
    ["-------- Message transféré --------", ["Sujet : Quarante morts", "De : Ada Brook"]],
    ["Début du message transféré :", ["De: Ada Brook", "Objet: Quarante morts"]],
    ["Begin forwarded message:", ["> From: Ada Brook", "> Subject: Forty killed"]],
    ["Anfang der weitergeleiteten Nachricht:", ["Von: Ada Brook", "Datum: 22. März 2024"]],
    ["-----Ursprüngliche Nachricht-----", ["Von: Ada Brook", "Gesendet: Freitag, 22. März 2024"]],
    ["-----Mensaje original-----", ["De: Ada Brook", "Enviado el: viernes"]],
    ["________________________________", ["From: Ada Brook", "Sent: Friday", "To: The desk", "Subject: Forty killed"]],
  ])("has no byline and no date of who sent it on: %s", async (mark, lines) => {
    const text = ["For you.", "", mark, "", ...lines, "", "Forty soldiers were killed at dawn, officials said."];
    const { stated, doubt } = await withText("Fwd: Forty killed", text);
    expect(stated).toEqual({ title: { value: "Fwd: Forty killed", from: "header" } });
    expect(doubt).toMatch(/^From “[^”]+” on it holds the words of another mail/);
    expect(doubt).toContain("Ada Brook");
    expect(doubt).toMatch(/; who sent it on and when is not taken for its byline and date\.$/);
  });

  it("tells the line from which they are another’s, and what stands there, in one line each", async () => {
    const { doubt } = await withText("Fwd", [
      "----- Forwarded Message -----",
      `From: Ada\u202e Brook ${"x".repeat(4_000)}`,
      "Date: Friday",
    ]);
    expect(doubt).toBe(
      `From “----- Forwarded Message -----” on it holds the words of another mail (“From: Ada Brook ${"x".repeat(104)}…”, “Date: Friday”); who sent it on and when is not taken for its byline and date.`,
    );
  });

  it("cuts such a line between characters and not within one", async () => {
    const { doubt } = await withText("Fwd", [
      "----- Forwarded Message -----",
      `From: ${"x".repeat(112)}🇲🇱🇫🇷`,
      "Date: Friday",
    ]);
    expect(doubt).toContain(`“From: ${"x".repeat(112)}🇲🇱…”`);
  });

  it("sees it in mails of HTML", async () => {
    const gmail =
      '<div>For you.</div><div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: <b>Ada Brook</b> &lt;ada@wire.example&gt;<br>Date: Fri, Mar 22<br>Subject: Forty<br></div><p>Forty were killed.';
    const outlook =
      "<p>For you.</p><div><p><b>Von:</b> Ada Brook<br><b>Gesendet:</b> Freitag, 22. März 2024<br><b>An:</b> Desk<br><b>Betreff:</b> Vierzig</p></div><p>Forty were killed.";
    const thunderbird =
      "-------- Forwarded Message --------<table><tr><th>Subject: </th><td>Forty</td></tr><tr><th>Date: </th><td>Fri, 22 Mar</td></tr><tr><th>From: </th><td>Ada Brook</td></tr></table><p>Forty were killed.";
    for (const html of [gmail, outlook, thunderbird]) {
      const { stated, doubt } = await withText("WG: Forty", [html], "text/html; charset=utf-8");
      expect(Object.keys(stated), html).toEqual(["title"]);
      expect(doubt, html).toContain("Ada Brook");
    }
  });

  it("leaves an answer to who sent it, and tells whose words stand below", async () => {
    const text = [
      "I do not think so.",
      "",
      "-----Original Message-----",
      "From: Ada Brook",
      "Sent: Friday",
      "",
      "Is it?",
    ];
    const { stated, doubt } = await withText("RE: Forty killed", text);
    expect(stated).toMatchObject({ outlet: { value: "The desk" }, published: { value: "2024-03-25T08:00" } });
    expect(doubt).toBe(
      "From “-----Original Message-----” on it holds the words of another mail (“From: Ada Brook”, “Sent: Friday”); its byline and date are those of the answer.",
    );
  });

  it("is no mail that only speaks of one", async () => {
    for (const text of [
      ["The original message was lost.", "From: the border, nothing new.", "More followed."],
      ["From: Tamba", "To: Evrane", "The road is open."],
      ["--- Original message ---", "It said nothing of a sender."],
    ]) {
      const { stated, doubt } = await withText("Forty killed", text);
      expect(doubt).toBeNull();
      expect(stated).toMatchObject({ outlet: { value: "The desk" }, published: { value: "2024-03-25T08:00" } });
    }
  });

  it("costs little however many lines look like those of a header", { timeout: 10_000 }, async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? "From: x" : `${"-".repeat(40)} y`));
    expect((await withText("Forty", lines)).doubt).toBeNull();
  });
});
