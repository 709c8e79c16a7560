import { readdir, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolders } from "./folders.ts";
import { describeOnEveryHost } from "./harness.ts";
import { openDemonstration } from "./steps.ts";

describeOnEveryHost("starting", (open, host) => {
  test("shows where to begin, and the demonstration opens", async () => {
    const folders = await makeFolders();
    onTestFinished(folders.remove);
    const { page } = await open({ folders });
    await page.getByRole("button", { name: "Open the demonstration" }).click();
    await expect.poll(() => page.title()).toMatch(/ · .+ · Sourceline$/);
  });

  test("leaves one single file for each case", async () => {
    const { page, casesFolder, close } = await open();
    await page.getByRole("button", { name: "Open the demonstration" }).click();
    await expect.poll(() => page.title()).toMatch(/ · .+ · Sourceline$/);
    await close();
    expect(await readdir(casesFolder)).toEqual([expect.stringMatching(/\.sourceline$/)]);
  });

  /** A workbench in which the demonstration was open before, after something was done to its file. */
  const openAgainAfter = async (act: (file: string) => Promise<void>) => {
    const folders = await makeFolders();
    onTestFinished(folders.remove);
    const { page, close } = await open({ folders });
    await openDemonstration(page);
    await close();
    const [name] = await readdir(folders.cases);
    if (!name) throw new Error("The demonstration left no file.");
    await act(join(folders.cases, name));
    return open({ folders });
  };

  test("lists recent cases, and opens one", async () => {
    const { page } = await openAgainAfter(async () => {});
    await page.getByRole("list", { name: "Recent cases" }).getByRole("button").first().click();
    await expect.poll(() => page.title()).toMatch(/^Library/);
  });

  test("shows a case whose file is gone as missing, and forgets it", async () => {
    const { page } = await openAgainAfter((file) => rm(file));
    await page.getByText("The file is not there any more").waitFor();
    await page.getByRole("button", { name: /^Forget “/ }).click();
    await page.getByText("Cases that you make or open are listed here.").waitFor();
  });

  test("says beside it why a case cannot be opened", async () => {
    const notACase = await openAgainAfter((file) =>
      writeFile(file, "Dear diary, this is no case at all. ".repeat(200)),
    );
    await notACase.page.getByRole("list", { name: "Recent cases" }).getByRole("button").first().click();
    expect(await notACase.page.getByRole("alert").textContent()).toMatch(/^[A-Z“].*\./s);
    await notACase.close();

    const damaged = await openAgainAfter((file) => truncate(file, 9_000));
    await damaged.page.getByRole("list", { name: "Recent cases" }).getByRole("button").first().click();
    await damaged.page.getByRole("alert").waitFor();
    expect(await damaged.page.title()).not.toMatch(/^Library/);
  });

  // The desktop asks for places by its own dialogs; its own spec answers them.
  test.runIf(host === "local host")("makes a case by its name, and refuses one that is there", async () => {
    const { page, casesFolder } = await open();
    await page.getByRole("button", { name: "New case" }).click();
    const form = page.getByRole("form", { name: "New case" });
    await form.getByRole("textbox", { name: "Name of the case" }).fill("Ferry inquiry");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.title()).toBe("Library · Ferry inquiry · Sourceline");
    expect(await readdir(casesFolder)).toContain("Ferry inquiry.sourceline");
    await page.getByText("No articles yet").waitFor();
    await page.keyboard.press("ControlOrMeta+Shift+N");
    await form.getByRole("textbox", { name: "Name of the case" }).fill("Ferry inquiry");
    await form.getByRole("textbox", { name: "Folder" }).fill(casesFolder);
    await page.keyboard.press("Enter");
    await form.getByText(/Ferry inquiry.*\./).waitFor();
  });

  test.runIf(host === "local host")("opens a case by its path, and says beside the field what is wrong", async () => {
    const { page, casesFolder } = await open();
    await page.getByRole("button", { name: "Open a case" }).click();
    const path = page.getByRole("textbox", { name: "Path of the case file" });
    await path.fill(join(casesFolder, "nowhere.sourceline"));
    await path.press("Enter");
    await page
      .getByRole("form", { name: "Open a case" })
      .getByText(/nowhere\.sourceline/)
      .waitFor();
  });
});
