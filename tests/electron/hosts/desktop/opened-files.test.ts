import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { caseInArguments } from "#electron/hosts/desktop/opened-files.ts";
import { asFileName } from "#electron/workbench/file-names.ts";

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
    expect(asFileName("Überfall am See, 3. März")).toBe("Überfall am See, 3. März");
    expect(asFileName("البحيرة")).toBe("البحيرة");
  });

  test("has nothing in it that leads elsewhere or that a file system refuses", () => {
    expect(asFileName("../../etc/passwd")).toBe("etc passwd");
    expect(asFileName('a:b*c?"d"<e>|f\u0000g\n')).toBe("a b c d e f g");
    expect(asFileName("...")).toBe("Case");
    expect(asFileName("")).toBe("Case");
  });

  test("is short enough, and never ends within a character", () => {
    const name = asFileName("🌊".repeat(200));
    expect(Array.from(name)).toHaveLength(80);
  });
});
