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

  it("asks again for advice once a grade or a chain has changed, since the guards rest on both", () => {
    expect(branchesOf(["grade"])).toContain("assessments");
    expect(branchesOf(["hop"])).toContain("assessments");
  });
});
