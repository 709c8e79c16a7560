import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { fileNameFrom } from "#electron/hosts/desktop/file-name.ts";
import { caseInArguments } from "#electron/hosts/desktop/opened-files.ts";

describe("the case that a command line names", () => {
  test("is found after the program's own words", () => {
    expect(caseInArguments(["/opt/sourceline", "/home/ada/lake.sourceline"], "/")).toBe(
      resolve("/home/ada/lake.sourceline"),
    );
    expect(caseInArguments(["electron", ".", "--inspect", "/a/Lake.SOURCELINE"], "/")).toBe(
      resolve("/a/Lake.SOURCELINE"),
    );
  });

  test("is taken from the folder in which the command was given", () => {
    expect(caseInArguments(["sourceline", "lake.sourceline"], "/home/ada")).toBe(resolve("/home/ada/lake.sourceline"));
  });

  test("is none where there is only a program, an option or another file", () => {
    for (const words of [[], ["x.sourceline"], ["sourceline", "--open=x.sourceline"], ["sourceline", "article.txt"]]) {
      expect(caseInArguments(words, "/"), words.join(" ")).toBeNull();
    }
  });
});

describe("a name for a file", () => {
  test("keeps what a person wrote, in any script", () => {
    expect(fileNameFrom("Überfall am See, 3. März")).toBe("Überfall am See, 3. März");
    expect(fileNameFrom("البحيرة")).toBe("البحيرة");
  });

  test("has nothing in it that leads elsewhere or that a file system refuses", () => {
    expect(fileNameFrom("../../etc/passwd")).toBe("etc passwd");
    expect(fileNameFrom('a:b*c?"d"<e>|f\u0000g\n')).toBe("a b c d e f g");
    expect(fileNameFrom("...")).toBe("case");
    expect(fileNameFrom("")).toBe("case");
  });

  test("is short enough, and never ends within a character", () => {
    const name = fileNameFrom("🌊".repeat(200));
    expect(Array.from(name)).toHaveLength(80);
  });
});
