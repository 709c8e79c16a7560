import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { gatherFiles } from "#electron/importing/gathering.ts";
import { temporaryFolder } from "../../support/workbench.ts";

/** What is gathered from paths, relative to a folder, with the sentence of what cannot be. */
async function gathered(folder: string, paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const file of gatherFiles(paths)) {
    found.push("problem" in file ? file.problem.message : path.relative(folder, file.path));
  }
  return found;
}

test("folders are searched to the bottom in the order of names, numbers by their value", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "b", "deep"), { recursive: true });
  for (const name of ["10.txt", "9.txt", "a.md", "C.TXT", "b/deep/x.text", "b/y.markdown"]) {
    writeFileSync(path.join(folder, name), "Text.");
  }
  expect(await gathered(folder, [folder])).toEqual([
    "9.txt",
    "10.txt",
    "a.md",
    path.join("b", "deep", "x.text"),
    path.join("b", "y.markdown"),
    "C.TXT",
  ]);
});

test("hidden files, links and files of other kinds are passed over in a folder", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, ".git"));
  for (const name of [".hidden.txt", "picture.png", "case.sourceline", ".git/a.txt"]) {
    writeFileSync(path.join(folder, name), "Text.");
  }
  symlinkSync(folder, path.join(folder, "circle"));
  symlinkSync(path.join(folder, "picture.png"), path.join(folder, "link.txt"));
  expect(await gathered(folder, [folder])).toEqual([]);
});

test("a file that is named outright is taken whatever its name, and what is not there is said", async () => {
  const folder = temporaryFolder();
  const named = path.join(folder, "statement.log");
  writeFileSync(named, "Text.");
  const gone = path.join(folder, "gone.txt");
  expect(await gathered(folder, [gone, named])).toEqual([
    `There is no file “${gone}”, or it cannot be read.`,
    "statement.log",
  ]);
});
