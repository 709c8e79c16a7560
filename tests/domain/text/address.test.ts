import { describe, expect, it } from "vitest";
import { normalAddress, sameAddress } from "#domain/text/address.ts";

describe("normalAddress", () => {
  it.each([
    ["HTTPS://News.Example/World/Story", "https://news.example/World/Story"],
    ["https://news.example:443/story/", "https://news.example/story"],
    ["http://news.example:80/story", "http://news.example/story"],
    ["http://news.example:8080/story", "http://news.example:8080/story"],
    ["https://news.example/story#comments", "https://news.example/story"],
    ["https://news.example/story?utm_source=feed&id=7&fbclid=x", "https://news.example/story?id=7"],
    ["https://news.example/story?utm_source=feed", "https://news.example/story"],
    ["https://news.example/story/?id=7", "https://news.example/story?id=7"],
    ["https://reader:secret@news.example/story", "https://news.example/story"],
    ["https://news.example/", "https://news.example"],
    ["https://news.example/?p=12", "https://news.example?p=12"],
    ["https://bücher.example/a", "https://xn--bcher-kva.example/a"],
    ["  https://news.example/a//  ", "https://news.example/a"],
    ["page 4 of the folder", "page 4 of the folder"],
    ["http://", "http://"],
    ["urn:uuid:7", "urn:uuid:7"],
    ["", ""],
  ])("%s → %s", (address, normal) => {
    expect(normalAddress(address)).toBe(normal);
    expect(normalAddress(normal)).toBe(normal);
  });

  it("keeps what tells pages apart", () => {
    for (const [one, other] of [
      ["https://news.example/story?id=7", "https://news.example/story?id=8"],
      ["https://news.example/Story", "https://news.example/story"],
      ["http://news.example/story", "https://news.example/story"],
      ["https://www.news.example/story", "https://news.example/story"],
      ["https://news.example/story?a=1&b=2", "https://news.example/story?b=2&a=1"],
    ] as const) {
      expect(sameAddress(one, other)).toBe(false);
    }
  });
});

describe("sameAddress", () => {
  it("sees through the way on which somebody came", () => {
    expect(sameAddress("https://news.example/a/?utm_medium=mail#top", "HTTPS://NEWS.example/a")).toBe(true);
  });

  it("does not take two articles without an address for one", () => {
    expect(sameAddress("", "  ")).toBe(false);
  });
});
