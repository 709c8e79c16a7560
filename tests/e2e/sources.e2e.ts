import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { goTo, openDemonstration, row, undoByToast } from "./steps.ts";

describeOnEveryHost("the registry of sources", (open) => {
  const begin = async () => {
    const { page } = await open();
    await openDemonstration(page);
    await goTo(page, "sources");
    await row(page, "Halcyon Wire").first().waitFor();
    return page;
  };

  test("adds a source, names it otherwise and gives it aliases", async () => {
    const page = await begin();
    await page.getByRole("button", { name: "New source" }).click();
    const form = page.getByRole("form", { name: "New source" });
    await form.getByRole("textbox", { name: "Name of the source" }).fill("Lake Ferry Company");
    await form.getByRole("button", { name: "Add" }).click();
    await row(page, "Lake Ferry Company").waitFor();

    const name = page.getByRole("textbox", { name: "Name", exact: true });
    await name.fill("Tamba Lake Ferries");
    await name.press("Enter");
    await row(page, "Tamba Lake Ferries").waitFor();
    const alias = page.getByRole("textbox", { name: "Another name" });
    await alias.fill("the ferry company");
    await alias.press("Enter");
    await row(page, "the ferry company").waitFor();
    await page.getByRole("button", { name: "Remove the alias “the ferry company”" }).click();
    await expect.poll(() => row(page, "the ferry company").count()).toBe(0);
  });

  test("refuses a name that is taken, beside the field", async () => {
    const page = await begin();
    await row(page, /^Halcyon Wire/).click();
    const name = page.getByRole("textbox", { name: "Name", exact: true });
    await name.fill("Northwire");
    await name.press("Enter");
    await page.getByText("There is a source called “Northwire” already.").waitFor();
    expect(await name.inputValue()).toBe("Northwire");
    await name.press("Escape");
    expect(await name.inputValue()).toBe("Halcyon Wire");
  });

  test("adds a grade to its history and keeps the ones before", async () => {
    const page = await begin();
    await row(page, "Lakeside Monitor").click();
    const grades = page.locator("section").filter({ has: page.getByRole("heading", { name: "Reliability" }) });
    await grades.getByText("B: usually reliable").waitFor();
    const before = await grades.getByRole("listitem").count();
    await grades.getByRole("button", { name: "Give a grade" }).click();
    await grades.getByRole("radio", { name: /^C\b/ }).check({ force: true });
    await grades.getByRole("textbox", { name: "Why" }).fill("It overstated the dead twice.");
    await grades.getByRole("button", { name: "Save grade" }).click();
    await grades.getByText("C: fairly reliable").waitFor();
    await grades.getByText("It overstated the dead twice.").waitFor();
    expect(await grades.getByRole("listitem").count()).toBe(before + 1);
  });

  test("shows where a source occurs and leads there", async () => {
    const page = await begin();
    await row(page, "Lakeside Monitor").click();
    await page.getByRole("link", { name: "Monitor: group claims raid on river post" }).click();
    await expect.poll(() => page.title()).toMatch(/^Read/);
  });

  test("merges a source into another and takes it back", async () => {
    const page = await begin();
    await row(page, "Delta Risk").first().click();
    await page.getByRole("button", { name: "Merge into another source…" }).click();
    await page.getByRole("combobox", { name: "Merge into" }).fill("halcyon");
    await page.getByRole("option", { name: /^Halcyon Wire/ }).click();
    await expect.poll(() => page.locator("tr[data-chosen]").textContent()).toContain("Halcyon Wire");
    await expect.poll(() => page.locator("tr[data-chosen]").textContent()).toContain("Delta Risk");
    await undoByToast(page);
    await expect.poll(() => page.locator("tr[data-chosen]").textContent()).not.toContain("Delta Risk");
  });
});
