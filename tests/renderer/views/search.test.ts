import { describe, expect, it } from "vitest";
import { askedBy } from "../../../renderer/views/search/asked.ts";
import { withoutTitle } from "../../../renderer/views/search/without-title.ts";

describe("what a question asks for", () => {
  it.each([
    ["zebras", "words"],
    ["zebras has:claim", "words"],
    ["has:claim", "fields"],
    ["lang:xx", "fields"],
    ["tag:x", "fields"],
    ["NOT", "nothing"],
    ["has:", "nothing"],
    ["*", "nothing"],
  ])("“%s” asks for %s", (question, asked) => {
    expect(askedBy(question)).toBe(asked);
  });
});

describe("a snippet below its title", () => {
  const title = "Ferry stopped";

  it("does not say the title again, and its hits stay on their words", () => {
    const snippet = {
      text: "Ferry stopped OURE – The ferry lies still…",
      hits: [] as { start: number; end: number }[],
    };
    snippet.hits = [
      { start: 0, end: 5 },
      { start: 25, end: 30 },
    ];
    const rest = withoutTitle(snippet, title);
    expect(rest?.text).toBe("OURE – The ferry lies still…");
    expect(rest?.hits.map(({ start, end }) => rest.text.slice(start, end))).toEqual(["ferry"]);
  });

  it("is none where it holds the title alone", () => {
    expect(withoutTitle({ text: "Ferry stopped", hits: [{ start: 0, end: 5 }] }, title)).toBeNull();
    expect(withoutTitle({ text: "Ferry stopped…", hits: [] }, title)).toBeNull();
  });

  it("stays as it is where it begins elsewhere", () => {
    const snippet = { text: "…the ferry stopped", hits: [{ start: 5, end: 10 }] };
    expect(withoutTitle(snippet, title)).toBe(snippet);
  });
});
