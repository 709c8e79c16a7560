import { describe, expect, it } from "vitest";
import { readFragment } from "#electron/importing/html.ts";
import { readPastedHtml } from "#electron/importing/pasted-html.ts";
import { linesOf } from "./pages.ts";

const lines = (markup: string) => linesOf({ blocks: readFragment(markup) });

describe("blocks of HTML", () => {
  it("draws white space together as HTML does, and keeps no-break spaces", () => {
    expect(lines("<p>\n  Forty \t <b>soldiers</b>\n<i> were</i>killed </p> &nbsp;x")).toEqual([
      "paragraph 1: Forty soldiers werekilled",
      "paragraph 1: \u00a0x",
    ]);
  });

  it("keeps headings with their level, and text that stands between blocks", () => {
    expect(lines("before<h2>What <em>happened</em></h2>after<div>one<div>two</div>three</div>")).toEqual([
      "paragraph 1: before",
      "heading 2: What happened",
      "paragraph 1: after",
      "paragraph 1: one",
      "paragraph 1: two",
      "paragraph 1: three",
    ]);
  });

  it("takes one line break for a line, and two for a new paragraph", () => {
    expect(lines("<p>one<br>two<br/>\n<br>three<br></p>")).toEqual(["paragraph 1: one\ntwo", "paragraph 1: three"]);
  });

  it("keeps lists, their depth and their numbers", () => {
    expect(
      lines(
        "<ul><li>one<ul><li>deep</ul><li><p>two</p><p>more</p></ul><ol start=3><li>c<li value=9>i<li></li></ol><ol><li>a</ol>",
      ),
    ).toEqual([
      "list-item 1: one",
      "list-item 2: deep",
      "list-item 1: two",
      "list-item 1: more",
      "list-item 1: 3. c",
      "list-item 1: 9. i",
      "list-item 1: 1. a",
    ]);
  });

  it("keeps quotations, captions and preformatted lines", () => {
    expect(
      lines(
        "<blockquote><p>one</p><blockquote>two</blockquote></blockquote><figure><img alt=no><figcaption>A post.</figcaption></figure><pre>\n a  b\n\n  c\n</pre><p>She said <q>no</q>.",
      ),
    ).toEqual([
      "quote 1: one",
      "quote 2: two",
      "caption 1: A post.",
      "paragraph 1:  a  b\n\n  c",
      "paragraph 1: She said “no”.",
    ]);
  });

  it("writes a table row by row, with a tab between cells", () => {
    expect(
      lines(
        "<table><caption>Losses</caption><thead><tr><th>Place<th>Dead</thead><tr><td>Tamba,<br>north<td> 40 <td></tr><tr><td></td><td><p>3</p></td></tr></table>after",
      ),
    ).toEqual([
      "caption 1: Losses",
      "table-row 1: Place\tDead",
      "table-row 1: Tamba, north\t40",
      "table-row 1: \t3",
      "paragraph 1: after",
    ]);
  });

  it("reads a table that lays out a page as a page", () => {
    const column = `<p>${"words ".repeat(40)}</p>`;
    for (const table of [
      `<table><tr><td>menu</td><td><h2>Title</h2>text</td></tr></table>`,
      `<table><tr><td>menu</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>`,
      `<table><tr><td>menu</td><td>${column.repeat(4)}</td></tr></table>`,
      `<table role=presentation><tr><td>menu</td><td>b</td></tr></table>`,
      `<table><tr><td>menu</td></tr><tr><td>b</td></tr></table>`,
    ]) {
      expect(lines(table)[0]).toBe("paragraph 1: menu");
    }
  });

  it("leaves out what is no text and what is hidden", () => {
    expect(
      lines(
        "<script>a</script><style>b</style><template>c</template><noscript>d</noscript><svg><text>e</text></svg><p hidden>f</p><p style='color:red; DISPLAY : none'>g</p><textarea>h</textarea><select><option>i</select><p hidden=until-found>shown</p><!-- j --><title>k</title>",
      ),
    ).toEqual(["paragraph 1: shown"]);
  });

  it("resolves character references once, and runs nothing", () => {
    expect(lines("<p>&lt;b&gt; &amp;lt; &#x1F1F2;&#x1F1F1; &eacute;<img src=x onerror=alert(1)>")).toEqual([
      "paragraph 1: <b> &lt; 🇲🇱 é",
    ]);
  });
});

describe("readPastedHtml", () => {
  it("reads what was copied, and nothing around it", async () => {
    const pasted =
      "Version:0.9\r\nStartHTML:0\r\n<html><body>around<!--StartFragment--><h1>One <b>two</b></h1><ul><li>x</li></ul><!--EndFragment-->around</body></html>";
    const document = await readPastedHtml("pasted text", pasted);
    expect(linesOf(document)).toEqual(["heading 1: One two", "list-item 1: x"]);
    expect(document).toMatchObject({ stated: {}, isPlain: false, doubt: null });
    expect((await readPastedHtml("pasted text", "<b>bare</b>")).blocks).toHaveLength(1);
    expect((await readPastedHtml("pasted text", "")).blocks).toEqual([]);
  });
});
