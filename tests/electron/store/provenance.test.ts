import { expect, test } from "vitest";
import { provenanceOf } from "#domain/rules/provenance.ts";
import { temporaryWorkbench } from "../../support/workbench.ts";

test("the provenance in the store follows the rule, for every mix of what is known", async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Provenance" });
  const said = { known: 0, partial: 0, unknown: 0 };
  let number = 0;
  for (const outlet of ["", "Northwire"]) {
    for (const url of ["", "https://northwire.example/"]) {
      for (const published of [null, "2025", "2025-05", "2025-05-14", "2025-05-14T04:30"]) {
        const fields = { outlet, url: url && `${url}${number}`, published };
        const { articleId } = await client.articles.importText({ text: `Article number ${number++}.`, fields });
        const article = await client.articles.get({ id: articleId ?? "" });
        expect(article.provenance).toBe(provenanceOf(article));
        said[article.provenance]++;
      }
    }
  }
  expect(said).toEqual({ known: 4, partial: 15, unknown: 1 });
});
