import { expect, test } from "vitest";
import type { ImportReport } from "#domain/contract/articles.ts";
import { finish } from "#domain/contract/base.ts";
import { empty, LONG, titles } from "./imports.ts";

test("a table whose columns are not known asks for them, and comes in once they are said", async () => {
  const { client, files } = await empty();
  const table = `n,alpha,beta\n1,${LONG.replaceAll(",", "")},The first headline\n2,Another text of some length that says something.,The second headline\n`;
  const upload = files.receive("odd.csv", Buffer.from(table));
  const uploads = [{ id: upload.id, name: "odd.csv" }];
  const first = await finish(await client.articles.importUploads({ uploads }));
  expect(first).toMatchObject({ imported: 0, failed: 1, files: [{ table: { upload: upload.id, name: "odd.csv" } }] });
  const outline = await client.articles.outlineTable({ upload: upload.id, name: "odd.csv" });
  expect(outline.columns).toEqual(["n", "alpha", "beta"]);
  const second = await finish(
    await client.articles.importUploads({ uploads, mapping: { text: "alpha", title: "beta" } }),
  );
  expect(second).toMatchObject({ imported: 2, failed: 0 });
  expect(await titles(client)).toEqual(["The first headline", "The second headline"]);
  // Whoever named the wrong ones can name others, until the table is given up.
  expect((await client.articles.outlineTable({ upload: upload.id, name: "odd.csv" })).columns).toHaveLength(3);
  await client.articles.dropUploads({ ids: [upload.id] });
  await expect(client.articles.outlineTable({ upload: upload.id, name: "odd.csv" })).rejects.toThrow(
    "not here any more",
  );
});

test("columns that are left out are named, and once they are said, what came in before is described and not doubled", async () => {
  const { client, files } = await empty();
  const words = LONG.replaceAll(",", "");
  const table = `Überschrift;Wo;Wann raus;Geschrieben von;Leer;Inhalt\nFähre steht;Hafenblatt;2025-05-14;Ada Kern;;${words}\nFähre fährt;Hafenblatt;2025-05-15;Ada Kern;;${words} Again.\n`;
  const upload = { id: files.receive("t.csv", Buffer.from(table)).id, name: "t.csv" };
  const first = await finish(await client.articles.importUploads({ uploads: [upload] }));
  expect(first).toMatchObject({
    imported: 2,
    tables: [
      {
        name: "t.csv",
        sentence:
          "Its columns “Wo”, “Wann raus” and “Geschrieben von” were left out, since their names do not say what they hold.",
        table: { upload: upload.id, name: "t.csv" },
      },
    ],
  });
  const id = first.files[0]?.articleId ?? "";
  await client.articles.update({ id, fields: { byline: "Written by hand" } });
  const { suggested } = await client.articles.outlineTable({ upload: upload.id, name: "t.csv" });
  const mapping = { ...suggested, outlet: "Wo", published: "Wann raus", byline: "Geschrieben von" };
  const bring = async () => finish(await client.articles.importUploads({ uploads: [upload], mapping }));
  const second: ImportReport = await bring();
  expect(second).toMatchObject({ imported: 0, described: 2, known: 0, tables: [] });
  expect(second.files.map(({ sentence }) => sentence)).toEqual([
    "“Fähre steht” was in the case; its outlet and date came from the table now.",
    "“Fähre fährt” was in the case; its outlet, byline and date came from the table now.",
  ]);
  expect(await client.articles.get({ id })).toMatchObject({
    outlet: "Hafenblatt",
    published: "2025-05-14",
    publishedPrecision: "day",
    byline: "Written by hand",
    fieldOrigins: { outlet: "table", published: "table", byline: "analyst" },
  });
  expect((await client.articles.list({})).total).toBe(2);
  expect(await bring()).toMatchObject({ imported: 0, described: 0, known: 2 });
});

test("a title that is named later is a field of what came in without it, whose text stays", async () => {
  const { client, files } = await empty();
  const bytes = Buffer.from(`name,body\nThe ferry of Oure,${LONG.replaceAll(",", "")}\n`);
  const uploads = [{ id: files.receive("t.csv", bytes).id, name: "t.csv" }];
  const first = await finish(await client.articles.importUploads({ uploads, mapping: { text: "body" } }));
  const mapping = { text: "body", title: "name" };
  expect(await finish(await client.articles.importUploads({ uploads, mapping }))).toMatchObject({
    imported: 0,
    described: 1,
  });
  const article = await client.articles.get({ id: first.files[0]?.articleId ?? "" });
  expect(article.title).toBe("The ferry of Oure");
  expect(article.text).not.toContain("The ferry of Oure");
});

test("a table that came in by the wrong columns can come in by the right ones", async () => {
  const { client, files } = await empty();
  const bytes = Buffer.from(`summary,body\nFerry stopped.,${LONG.replaceAll(",", "")}\n`);
  const bring = async (text: string) =>
    finish(
      await client.articles.importUploads({
        uploads: [{ id: files.receive("t.csv", bytes).id, name: "t.csv" }],
        mapping: { text },
      }),
    );
  expect(await bring("summary")).toMatchObject({ imported: 1 });
  expect(await bring("body")).toMatchObject({ imported: 1, known: 0 });
  expect(await bring("body")).toMatchObject({ imported: 0, known: 1 });
});
