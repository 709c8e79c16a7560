import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { SHORTCUTS } from "#domain/shortcuts.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join("docs", name)),
];

const read = (page: string) => readFileSync(path.join(ROOT, page), "utf8");

describe("the documentation", () => {
  test("has a table of shortcuts that equals the data", () => {
    const page = read("docs/keyboard.md");
    for (const group of ["Everywhere", "Library", "Reading", "Marking", "Comparing"] as const) {
      const rows = SHORTCUTS.filter((shortcut) => shortcut.group === group).map(
        ({ keys, label }) => `| ${keys.map((key) => `\`${key}\``).join(", ")} | ${label} |`,
      );
      const section = page.split(`## ${group}\n`)[1]?.split("\n## ")[0] ?? "";
      const written = section.split("\n").filter((line) => line.startsWith("| `"));
      expect(written).toEqual(rows);
    }
  });

  test.each(PAGES)("%s links to what is there", (page) => {
    const links = [...read(page).matchAll(/\[[^\]]+\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
    const missing = links
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => !existsSync(path.resolve(ROOT, path.dirname(page), link)));
    expect(missing).toEqual([]);
  });

  test.each(PAGES)("%s names files of ours that are there", (page) => {
    const named = [...read(page).matchAll(/`((?:domain|electron|renderer|seeds|tests|docs)\/[\w./-]+)`/g)];
    expect(named.map((match) => match[1] ?? "").filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});
