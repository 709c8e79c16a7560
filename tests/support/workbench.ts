import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { createWorkbench, type WorkbenchService } from "#electron/workbench/workbench.ts";

/** A folder that goes when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sourceline-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real workbench over a folder. */
export function workbenchIn(folder: string): WorkbenchService {
  return workbenchOver({ settings: path.join(folder, "settings"), cases: path.join(folder, "cases") });
}

/** A real workbench over folders for its settings and cases. A defect, which a test should never meet, is thrown at once. */
export function workbenchOver({ settings, cases }: { settings: string; cases: string }): WorkbenchService {
  return createWorkbench({
    host: "command",
    version: "0.0.0",
    settingsFolder: settings,
    casesFolder: cases,
    demonstration: async () => {},
    reportDefect: (error) => {
      throw error;
    },
  });
}

/** A real workbench in a folder of its own, closed and removed when the test has ended. */
export function temporaryWorkbench(): WorkbenchService & { folder: string } {
  const folder = temporaryFolder();
  const workbench = workbenchIn(folder);
  onTestFinished(() => workbench.close());
  return { ...workbench, folder };
}

/** The half-open range of words in a text. Throws where the text does not hold them. */
export function rangeOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`The text does not hold “${words}”.`);
  return { start, end: start + words.length };
}

/** Waits for a procedure to refuse, and gives the code and the sentence of its refusal. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; message: string; data: unknown }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      return { code: String(error.code), message: error.message, data: "data" in error ? error.data : null };
    }
    throw error;
  }
  throw new Error("The procedure did what it should have refused.");
}
