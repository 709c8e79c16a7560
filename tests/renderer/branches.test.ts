import { describe, expect, it } from "vitest";
import { TABLES, type TableName } from "#domain/journal/change.ts";
import { branchesOf } from "../../renderer/branches.ts";

describe("branchesOf", () => {
  it("asks for the history after any change", () => {
    for (const table of Object.keys(TABLES) as TableName[]) expect(branchesOf([table])).toContain("history");
  });

  it("asks for the marks only where something is drawn otherwise", () => {
    expect(branchesOf(["report", "grade", "case_information"])).not.toContain("marks");
    expect(branchesOf(["assessment"])).toContain("marks");
    expect(branchesOf(["span", "note"])).toContain("marks");
  });

  it("does not ask again for a text because something was marked in it", () => {
    expect(branchesOf(["claim", "attribution", "hop", "span", "note", "assessment"])).not.toContain("article");
    expect(branchesOf(["article"])).toContain("article");
  });

  it("asks the library and the search anew where a question about an article could be answered otherwise", () => {
    const askedAbout = [
      "source",
      "alias",
      "attribution",
      "hop",
      "assessment",
      "note",
      "article_link",
      "article_tag",
      "collection",
      "collection_member",
    ] as const;
    for (const table of askedAbout) {
      expect(branchesOf([table]), table).toContain("articles");
      expect(branchesOf([table]), table).toContain("search");
    }
  });

  it("asks again for the trash only where something was thrown into it or taken out", () => {
    expect(branchesOf(["trashed"])).toContain("trash");
    expect(branchesOf(["article", "note"])).not.toContain("trash");
  });

  it("asks again for advice once a grade or a chain has changed, since the guards rest on both", () => {
    expect(branchesOf(["grade"])).toContain("assessments");
    expect(branchesOf(["hop"])).toContain("assessments");
  });
});
