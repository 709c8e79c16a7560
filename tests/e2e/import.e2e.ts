import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { DESKTOP_FOLDER, ROOT } from "../../build/bundle.ts";
import { launchStandIn } from "../stand-in/launch.ts";
import { pdfOf } from "../support/pdf.ts";
import { specimens } from "../support/specimens.ts";
import { makeFolders } from "./folders.ts";
import { describeOnEveryHost } from "./harness.ts";
import { firstColumn, openDemonstration, row } from "./steps.ts";

/** Drops files on the page, as names and contents. */
async function drop(page: Page, files: { name: string; content: string }[]): Promise<void> {
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, content } of dropped) transfer.items.add(new File([content], name));
    for (const kind of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, files);
}

const panel = (page: Page) => page.getByRole("region", { name: "Import", exact: true });

describeOnEveryHost("bringing articles in", (open, host) => {
  // On the desktop, files have paths; that they arrive is told of below.
  test.runIf(host === "local host")(
    "asks what the columns of a table are, and brings it in by what is said",
    async () => {
      const { page } = await open();
      await openDemonstration(page);
      const rows = [1, 2].map(
        (number) => `${number},Boats cross again near landing ${number} since noon.,Boats cross ${number}`,
      );
      await drop(page, [{ name: "odd.csv", content: `n,alpha,beta\n${rows.join("\n")}\n` }]);
      await panel(page).getByText("0 articles imported, 1 failed").waitFor();
      await panel(page).getByRole("button", { name: "Say what its columns are" }).click();
      const form = page.getByRole("form", { name: "What the columns of odd.csv are" });
      expect(await form.getByRole("button", { name: "Import the table" }).isDisabled()).toBe(true);
      for (const [field, column] of [
        ["Text", "alpha"],
        ["Title", "beta"],
      ] as const) {
        await form.getByRole("button", { name: new RegExp(`${field}$`) }).click();
        await page.getByRole("option", { name: column }).click();
      }
      await form.getByRole("button", { name: "Import the table" }).click();
      await panel(page).getByText("2 articles imported").waitFor();
      await panel(page).getByRole("button", { name: "Close" }).click();
      await row(page, "Boats cross 2").waitFor();
    },
  );

  test.runIf(host === "local host")("stops when it is told to, with a report of what it did", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const files = Array.from({ length: 900 }, (_, index) => ({
      name: `${index}.txt`,
      content: `Ferry number ${index} sails at noon.`,
    }));
    await drop(page, files);
    await panel(page).getByRole("button", { name: "Hold" }).click();
    await panel(page).getByText("Held. Nothing is lost").waitFor();
    await panel(page).getByRole("button", { name: "Go on" }).click();
    await panel(page).getByRole("button", { name: "Stop" }).click();
    await panel(page).getByText("Stopped before the end").waitFor();
    const [, imported = "0"] =
      /^(\d+) articles? imported/.exec((await panel(page).getByRole("status").textContent()) ?? "") ?? [];
    await expect
      .poll(async () => (await page.getByText(/^\d+ articles$/).textContent()) ?? "")
      .toBe(`${12 + Number(imported)} articles`);
  });

  test.runIf(host === "local host")(
    "says that files are looked for, and begins no second import meanwhile",
    async () => {
      const { page } = await open();
      await openDemonstration(page);
      const arrival = Promise.withResolvers<void>();
      await page.route(/\/uploads\?/, async (route) => {
        await arrival.promise;
        await route.continue();
      });
      await drop(page, [{ name: "first.txt", content: "The first ferry sails at noon." }]);
      await panel(page).getByText("Getting ready: 0 of 1 files").waitFor();
      expect(await panel(page).getByRole("button", { name: "Close" }).count()).toBe(0);
      await page.keyboard.press("Escape");
      await drop(page, [{ name: "second.txt", content: "The second ferry sails at one." }]);
      await page.getByText("An import is under way already.").waitFor();
      arrival.resolve();
      await panel(page).getByText("1 article imported").waitFor();
      expect(await panel(page).getByRole("listitem").allTextContents()).toEqual([expect.stringContaining("first.txt")]);
      await drop(page, [{ name: "second.txt", content: "The second ferry sails at one." }]);
      await panel(page).getByRole("listitem").filter({ hasText: "second.txt" }).waitFor();
    },
  );

  test.runIf(host === "local host")("stops on the way to where files are read, with nothing brought in", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const arrival = Promise.withResolvers<void>();
    await page.route(/\/uploads\?/, async (route) => {
      await arrival.promise;
      await route.continue();
    });
    const files = Array.from({ length: 900 }, (_, index) => ({
      name: `${index}.txt`,
      content: `Ferry ${index} sails.`,
    }));
    await drop(page, files);
    await panel(page).getByText("Getting ready: 0 of 900 files").waitFor();
    await panel(page).getByRole("button", { name: "Stop" }).click();
    arrival.resolve();
    await page.getByText("The import was stopped before anything of it was in the case.").waitFor();
    expect(await panel(page).count()).toBe(0);
    await page.getByText("12 articles", { exact: true }).waitFor();
  });

  test.runIf(host === "local host")(
    "takes files with names of every kind, and fails the one that cannot be read alone",
    async () => {
      const { page } = await open();
      await openDemonstration(page);
      const names = [
        "new\nline.txt",
        "tab\there.txt",
        "nul\0.txt",
        "\u202egpj.txt",
        "“quotes\" and 'more'.txt",
        "100%.txt",
        "%00%2e.txt",
        "..",
        "a/b\\c.txt",
        "",
        `${"x".repeat(5_000)}.txt`,
      ];
      const files = names.map((name, index) => ({ name, content: `The ${index}th ferry sails at noon.` }));
      await drop(page, [...files, { name: "empty.txt", content: "" }]);
      await panel(page).getByText(`${names.length} articles imported, 1 failed`).waitFor();
      await panel(page).getByText("new line.txt").waitFor();
      await panel(page).getByText("file without a name").waitFor();
      // Lone surrogates cannot be sent to the page from here; it makes them itself.
      await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["Two ferries sail."], `${String.fromCharCode(0xd800)}.txt`));
        const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      });
      await panel(page).getByText("1 article imported", { exact: true }).waitFor();
    },
  );

  test.runIf(host === "local host")(
    "fails a file that cannot be handed over by itself, and brings the rest in",
    async () => {
      const { page } = await open();
      await openDemonstration(page);
      // Neither all at once nor this one alone.
      await page.route(/\/uploads\?(sizes|name=gone)/, (route) => route.abort());
      await drop(page, [
        { name: "gone.txt", content: "The first ferry sails." },
        { name: "there.txt", content: "The second ferry sails." },
      ]);
      await panel(page).getByText("1 article imported, 1 failed").waitFor();
      await panel(page).getByText("“gone.txt” cannot be read, or not be handed over.").waitFor();
    },
  );

  test.runIf(host === "local host")(
    "says which columns were left out, describes by them what came in, and keeps the report before",
    async () => {
      const { page } = await open();
      await openDemonstration(page);
      await drop(page, [
        { name: "t.csv", content: "Überschrift;Wo;Inhalt\nFähre steht;Hafenblatt;Boats lie idle at Oure.\n" },
        { name: "empty.txt", content: "" },
      ]);
      await panel(page).getByText("1 article imported, 1 failed").waitFor();
      await panel(page).getByText("Its column “Wo” was left out").waitFor();
      await panel(page).getByRole("button", { name: "Say what its columns are" }).click();
      const form = page.getByRole("form", { name: "What the columns of t.csv are" });
      await form.getByRole("button", { name: /Outlet$/ }).click();
      await page.getByRole("option", { name: "Wo" }).click();
      await form.getByRole("button", { name: "Import the table" }).click();
      await panel(page).getByText("0 articles imported, 1 described anew").waitFor();
      await row(page, "Fähre steht").getByText("Hafenblatt").waitFor();
      await panel(page).getByRole("button", { name: "The report before" }).click();
      await panel(page).getByText("1 article imported, 1 failed").waitFor();
    },
  );

  test.runIf(host === "local host")("is folded away in a small window, and shown again", async () => {
    const { page } = await open({ viewport: { width: 1024, height: 700 } });
    await openDemonstration(page);
    await drop(page, [{ name: "a.txt", content: "The bridge is open again." }]);
    await panel(page).getByText("1 article imported").waitFor();
    await panel(page).getByRole("button", { name: "Fold the import away" }).click();
    await panel(page).waitFor({ state: "detached" });
    await page.getByRole("contentinfo").getByRole("button", { name: "Show the import: 1 article imported" }).click();
    await panel(page).getByText("1 article imported").waitFor();
  });

  test.runIf(host === "local host")("saves the report of what came of every file", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await drop(page, [
      { name: "a.txt", content: "The bridge is open again." },
      { name: "b.txt", content: "" },
    ]);
    await panel(page).getByText("1 article imported, 1 failed").waitFor();
    const saved = page.waitForEvent("download");
    await panel(page).getByRole("button", { name: "Save the report" }).click();
    expect((await saved).suggestedFilename()).toBe("import-report.csv");
  });

  test("opens the form with what is pasted where no field has the focus", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("grid").focus();
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.setData("text/html", "<h2>Ferry sails</h2><p>It sails at noon, the clerk said.</p>");
      transfer.setData("text/plain", "Ferry sails\n\nIt sails at noon, the clerk said.");
      const event = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
    const field = page.getByRole("form", { name: "Paste an article" }).getByRole("textbox", { name: "Text" });
    await expect.poll(() => field.inputValue()).toBe("Ferry sails\n\nIt sails at noon, the clerk said.");
    await page.getByRole("button", { name: "Add to the library" }).click();
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("heading", { name: "Ferry sails" }).first().waitFor();
  });

  test("keeps rich text that was pasted in its blocks", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("button", { name: "Paste text" }).click();
    const field = page.getByRole("form").getByRole("textbox", { name: "Text" });
    await field.evaluate((element: HTMLTextAreaElement) => {
      element.focus();
      const transfer = new DataTransfer();
      transfer.setData(
        "text/html",
        "<h2>Ferry sails</h2><p>It sails at noon, the clerk said.</p><blockquote>At noon.</blockquote>",
      );
      transfer.setData("text/plain", "Ferry sails It sails at noon, the clerk said. At noon.");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
      // A browser inserts the words by itself only where a person pastes them.
      document.execCommand("insertText", false, transfer.getData("text/plain"));
    });
    await page.getByRole("button", { name: "Add to the library" }).click();
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("heading", { name: "Ferry sails" }).first().waitFor();
    await page
      .locator("blockquote, [role=blockquote]")
      .or(page.getByText("At noon.", { exact: true }))
      .first()
      .waitFor();
  });
});

describe("the built program", () => {
  test("reads a folder with a file of every format", async () => {
    const folders = await makeFolders();
    const articles = join(folders.cases, "incoming");
    await mkdir(articles, { recursive: true });
    for (const { name, bytes } of specimens()) await writeFile(join(articles, name), bytes);
    // What needs files that lie beside the code: letters by their code page, and the reader for pages without an article.
    const japanese = pdfOf({ pages: [[{ x: 60, y: 700, text: "あいうえおかきくけこ", font: "japanese" }]] });
    await writeFile(join(articles, "japanese.pdf"), japanese);
    await writeFile(join(articles, "short.html"), "<html><body><p>Short.</p></body></html>");
    const desktop = await launchStandIn({
      bundleFolder: join(ROOT, DESKTOP_FOLDER),
      environment: folders.environment,
      userData: join(folders.settings, "profile"),
    });
    onTestFinished(async () => {
      await desktop.close();
      await folders.remove();
    });
    const { page } = desktop;
    await openDemonstration(page);
    await desktop.evaluateMain(({ record, clickMenuItem }, folder) => {
      record.answers.push({ dialog: "showOpenDialog", answer: { canceled: false, filePaths: [folder] } });
      clickMenuItem("import-folder");
    }, articles);
    const summary = panel(page).getByRole("status").filter({ hasText: "imported" });
    await summary.waitFor();
    const sentences = await panel(page).getByRole("listitem").allTextContents();
    expect(sentences.filter((sentence) => !/was imported\.|is in the case already/.test(sentence))).toEqual([]);
    expect(sentences).toHaveLength(specimens().length + 2);
    await panel(page).getByRole("button", { name: "Close" }).click();
    await expect.poll(() => firstColumn(page)).toContainEqual(expect.stringContaining("あいうえおかきくけこ"));
  });
});
