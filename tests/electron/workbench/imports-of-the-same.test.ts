import { expect, test } from "vitest";
import { empty, importFrom, LONG, page, titles, write } from "./imports.ts";

test("what is in the case already is known, whatever the file is called now", async () => {
  const { client, incoming } = await empty();
  write(incoming, { "a.txt": LONG, "copy/b.txt": LONG });
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 1, known: 1 });
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 0, known: 2 });
});

test("the same text from another place is an article of its own, and proposed as a copy", async () => {
  const { client, incoming } = await empty();
  write(incoming, {
    "a.html": page("Ferry stopped", LONG, "https://one.example/ferry"),
    "b.html": page("Ferry stopped", LONG, "https://other.example/ferry"),
  });
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 2, known: 0 });
  const { rows } = await client.copies.list({});
  expect(rows).toMatchObject([{ jaccard: 1, link: null }]);
});

test("another text at the same address is a revision of the article, and undoing the import takes it back", async () => {
  const { client, incoming } = await empty();
  write(incoming, { "a.html": page("Ferry stopped", LONG, "https://one.example/ferry?utm_source=mail") });
  await importFrom(client, incoming);
  write(incoming, {
    "a.html": page("Ferry stopped", `${LONG} The toll is now forty.`, "https://ONE.example/ferry#top"),
  });
  const report = await importFrom(client, incoming);
  expect(report.files[0]?.sentence).toContain("kept as a revision");
  expect(await titles(client)).toEqual(["Ferry stopped"]);
  const articleId = report.files[0]?.articleId ?? "";
  expect(await client.revisions.list({ articleId })).toHaveLength(1);
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 0, known: 1 });
  await client.history.undo({});
  expect(await client.revisions.list({ articleId })).toEqual([]);
});

test("articles that share the address of a page are revisions only where they are of one article", async () => {
  const { client, incoming } = await empty();
  const other =
    "Prices of fish rose by a third in a week, traders told the radio on market day in the port, where boats lay idle.";
  const item = (anchor: string, words: string) =>
    `<item><title>${anchor}</title><link>https://live.example/blog#${anchor}</link><description>&lt;p&gt;${words}&lt;/p&gt;</description></item>`;
  write(incoming, {
    "blog.rss": `<?xml version="1.0"?><rss version="2.0"><channel><title>Live</title>${item("post-1", LONG)}${item("post-2", other)}</channel></rss>`,
    "front-a.html": page("Ferry at night", `${LONG} One.`, "https://home.example/"),
    "front-b.html": page("Fish at noon", `${other} Two.`, "https://home.example/"),
    "same-a.html": page("Ferry by day", `${LONG} Three.`, "https://same.example/page"),
    "same-b.html": page("Fish by night", `${other} Four.`, "https://same.example/page"),
  });
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 6, known: 0, failed: 0 });
  expect((await client.articles.list({})).total).toBe(6);
});

test("the address of a record in a web archive is that of its page, and not of the items of a feed in it", async () => {
  const { client, incoming } = await empty();
  const other =
    "Prices of fish rose by a third in a week, traders told the radio on market day in the port, where boats lay idle.";
  const item = (name: string, words: string) =>
    `<item><title>${name}</title><link>https://live.example/${name}</link><description>&lt;p&gt;${words}&lt;/p&gt;</description></item>`;
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Live</title>${item("one", LONG)}${item("two", other)}</channel></rss>`;
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(feed)}\r\n\r\n${feed}`;
  write(incoming, {
    "crawl.warc": `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:01970000-0000-7000-8000-000000000001>\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: https://live.example/feed\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`,
  });
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 2, failed: 0 });
  const { rows } = await client.articles.list({ order: "title" });
  const addresses = await Promise.all(rows.map(async ({ id }) => (await client.articles.get({ id })).url));
  expect(addresses.sort()).toEqual(["https://live.example/one", "https://live.example/two"]);
});

test("the same words from a second outlet are an article of its own, pasted too", async () => {
  const { client } = await empty();
  const paste = (outlet: string) => client.articles.importText({ text: LONG, fields: { outlet } });
  expect((await paste("One Daily")).outcome).toBe("imported");
  expect((await paste("Other Post")).outcome).toBe("imported");
  expect((await paste("other post")).outcome).toBe("known");
});
