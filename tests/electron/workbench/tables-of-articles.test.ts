import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

it("looks into a table on disk, and into no case that is open", async () => {
  const { client, folder } = temporaryWorkbench();
  const place = path.join(folder, "wires.csv");
  writeFileSync(place, "A,B,Source\nOne,Text of one.,Northwire\n");
  expect(await client.articles.outlineTable({ path: place })).toEqual({
    name: "wires.csv",
    columns: ["A", "B", "Source"],
    rows: [{ A: "One", B: "Text of one.", Source: "Northwire" }],
    suggested: { outlet: "Source" },
  });
  const gone = await refusal(client.articles.outlineTable({ path: path.join(folder, "gone.csv") }));
  expect(gone).toMatchObject({
    code: "UNREADABLE_FILE",
    message: expect.stringContaining("There is no file “gone.csv”"),
  });
  expect((await refusal(client.articles.outlineTable({ path: folder }))).code).toBe("UNREADABLE_FILE");

  const file = path.join(folder, "tamba.sourceline");
  await client.cases.create({ path: file, name: "Tamba" });
  expect((await refusal(client.articles.outlineTable({ path: file }))).message).toContain(
    "is a case that is open here",
  );
});
