import { describe, expect, it } from "vitest";
import { suggestedMapping } from "#electron/importing/columns.ts";
import { languageTag } from "#electron/importing/language-names.ts";
import { outlineOf } from "#electron/importing/table-outline.ts";
import { inMemory, onDisk } from "../../support/parts.ts";

describe("what the names of columns suggest", () => {
  it.for([
    ["English", ["id", "headline", "body", "source", "author", "pub_date", "link", "lang"]],
    ["French", ["id", "titre", "Texte intégral", "Source", "Auteur", "Date de publication", "Lien", "Langue"]],
    ["Arabic", ["رقم", "العنوان", "نصّ المقال", "الصحيفة", "الكاتب", "تاريخ النشر", "الرابط", "اللغة"]],
    ["Spanish", ["id", "Título", "Cuerpo", "Fuente", "Autor", "Fecha de publicación", "Enlace", "Idioma"]],
    ["Portuguese", ["id", "Manchete", "Conteúdo", "Jornal", "Autores", "Data de publicação", "Ligação", "Língua"]],
    ["German", ["id", "Überschrift", "Volltext", "Quelle", "Verfasser", "Veröffentlicht am", "URL", "Sprache"]],
  ] as const)("in %s", ([, [, one, other, outlet, byline, published, url, language]]) => {
    const columns = ["id", one, other, outlet, byline, published, url, language];
    expect(suggestedMapping(columns)).toEqual({ title: one, text: other, outlet, byline, published, url, language });
  });

  it("in the ways in which programs write and wrap them", () => {
    expect(suggestedMapping(["publishedAt", "articleBody", "SOURCE NAME", "web_url"])).toEqual({
      published: "publishedAt",
      text: "articleBody",
      outlet: "SOURCE NAME",
      url: "web_url",
    });
    const wrapped = ["_source.title", "content.rendered", "source.name", "author.name", "image.url", "fields.date"];
    expect(suggestedMapping(wrapped)).toEqual({
      title: "_source.title",
      text: "content.rendered",
      outlet: "source.name",
      byline: "author.name",
      published: "fields.date",
    });
  });

  it("is the surest where several would do, and each column once", () => {
    expect(suggestedMapping(["article", "content", "text", "date", "published", "source"])).toEqual({
      text: "text",
      published: "published",
      outlet: "source",
    });
    expect(suggestedMapping(["id", "name", "summary", "description"])).toEqual({});
    expect(suggestedMapping([])).toEqual({});
  });
});

it("knows a language by its tag, its code, and its name in several languages", () => {
  for (const french of ["fr", "FR", "fra", "French", " français ", "الفرنسية", "francés", "Französisch"]) {
    expect(languageTag(french)).toBe("fr");
  }
  expect(["pt_BR", "ar-MA", "zh-Hant", "العربية", "Kiswahili"].map(languageTag)).toEqual([
    "pt-BR",
    "ar-MA",
    "zh-Hant",
    "ar",
    "sw",
  ]);
  expect(["", "?", "not known", "x", "12"].map(languageTag)).toEqual([null, null, null, null, null]);
});

describe("the outline of a table", () => {
  const long = "é🌉".repeat(200);
  const rows = Array.from({ length: 50 }, (_, index) => ({ title: `T${index}`, words: `${index} ${long}`, link: "x" }));
  const csv = `title;words;link\n${rows.map(({ title, words }) => `${title};"${words}";x`).join("\n")}`;

  it("shows the first rows, cut, with what the names suggest, of each kind of table", async () => {
    const wrapped = { status: "ok", articles: rows };
    for (const content of [
      csv,
      JSON.stringify(rows),
      JSON.stringify(wrapped),
      rows.map((row) => JSON.stringify(row)).join("\n"),
    ]) {
      for (const file of [inMemory("t.csv", content), onDisk("t.csv", content)]) {
        const outline = await outlineOf(file);
        expect(outline).toMatchObject({
          name: "t.csv",
          columns: ["title", "words", "link"],
          suggested: { title: "title", url: "link" },
        });
        expect(outline.rows).toHaveLength(20);
        expect(outline.rows[7]?.title).toBe("T7");
        expect(outline.rows.every(({ words = "" }) => words.length <= 200 && words.isWellFormed())).toBe(true);
      }
    }
  });

  it("shows an article by itself as one row", async () => {
    const outline = await outlineOf(inMemory("a.json", JSON.stringify({ id: 1, words: "a".repeat(300) })));
    expect(outline.rows).toEqual([{ id: "1", words: "a".repeat(200) }]);
  });

  it("refuses what is no table, by its name", async () => {
    await expect(outlineOf(inMemory("a.txt", "Prose, and more of it."))).rejects.toThrow(
      "“a.txt” is no table: only CSV, JSON and JSONL have columns.",
    );
    await expect(outlineOf(inMemory("a.json", '[{"text": '))).rejects.toThrow("is damaged");
  });
});
