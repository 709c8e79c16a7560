import { describe, expect, it } from "vitest";
import { DEEPEST_ELEMENT, measureMarkup } from "#electron/importing/html-nesting.ts";

const measure = (markup: string) => measureMarkup(markup, false);

describe("measureMarkup", () => {
  it("changes nothing in a page that is not too deep", () => {
    const page = `<!doctype html><div class="a > b" title='<p>'>x<br>y<img src=x></div><!-- <div> --><script>"<div>"</script>`;
    expect(measure(page)).toMatchObject({ markup: page, elements: 4, depths: 1, isFlattened: false, leftOpen: 0 });
  });

  it("does not take items and paragraphs that are left open for deep ones", () => {
    const open = `${"<p>x".repeat(1000)}<ul>${"<li>x".repeat(1000)}</ul><table>${"<tr><td>x<td>y".repeat(1000)}`;
    expect(measure(open).isFlattened).toBe(false);
  });

  it("takes out the tags that lie too deep, and keeps their words and what follows", () => {
    const deep = DEEPEST_ELEMENT + 50;
    const { markup, isFlattened } = measure(`${"<div>".repeat(deep)}in${"</div>".repeat(deep)}<p>after</p>`);
    expect(isFlattened).toBe(true);
    expect(markup.match(/<div>/g)).toHaveLength(DEEPEST_ELEMENT);
    expect(markup.match(/<\/div>/g)).toHaveLength(DEEPEST_ELEMENT);
    expect(markup).toMatch(/in<\/div>.*<\/div><p>after<\/p>$/);
  });

  it("is not misled by end tags inside values, or by scripts that close themselves", () => {
    for (const piece of [`<div a="</div>">`, `<div a= '</div>'>`, `<div a\n=\n"</div>">`, "<div><script/>"]) {
      expect(measure(piece.repeat(1000)).isFlattened, piece).toBe(true);
    }
    expect(measure(`<script/>${"<div>".repeat(1000)}`).isFlattened).toBe(true);
  });

  it("weighs text by its depth, and counts formatting that is left open", () => {
    expect(measure("<div><div>abcde</div></div>").weight).toBe(10);
    expect(measure("<p><b>x<p><i>y</i><font>z").leftOpen).toBe(2);
  });

  it("ends, whatever is left open", () => {
    for (const piece of ["<", "<a ", '<a b="', "<a b='>", "<!--", "<![CDATA[", "<script>", "<title>", "</", "<?"]) {
      const { markup } = measure(piece.repeat(100_000));
      expect(markup.length).toBeLessThanOrEqual(piece.length * 100_000);
    }
    const spaces = `${" ".repeat(999)}x`.repeat(40_000);
    expect(measure(`${spaces}${" ".repeat(5_000)}`).markup).toHaveLength(spaces.length + 100);
  });

  it("writes elements of XML that close themselves as HTML has them", () => {
    expect(measureMarkup('<p/><br/><title/><a name="x" />y<![CDATA[<&]]>', true).markup).toBe(
      '<p></p><br/><title></title><a name="x" ></a>y&lt;&amp;',
    );
    expect(measure("<svg><path/><path/></svg><p/>").markup).toBe("<svg><path/><path/></svg><p/>");
  });
});
