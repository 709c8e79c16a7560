import { expect, it } from "vitest";
import { words } from "../../../../renderer/views/library/words.ts";

it("names an article by its title, cut at a word or between characters where it is long", () => {
  expect(words.removed(1, "Ferry stopped")).toBe("“Ferry stopped” was moved to the trash.");
  expect(words.removed(1, "The ferry lay still at the quay ".repeat(4))).toBe(
    "“The ferry lay still at the quay The ferry lay still at the quay The ferry lay…” was moved to the trash.",
  );
  expect(words.notFoundRemoved(`${"x".repeat(79)}🇲🇱🇲🇱`)).toContain(`“${"x".repeat(79)}…” is not among`);
});
