import { createInterface } from "node:readline";
import type { Workbench } from "#domain/contract/contract.ts";
import { briefly } from "../first-case.ts";
import { standardFolders, usableFolders } from "../folders.ts";
import { aborted } from "../interruption.ts";
import { PAGE_FOLDER } from "../places.ts";
import { recoveryInWords } from "../service/recovery-in-words.ts";
import { VERSION } from "../version.ts";
import { startLocalHost } from "./local-host.ts";

export interface LocalRun {
  /** 0 for any port that is free. */
  port: number;
  /** Opens the case that is shown first. */
  open: (workbench: Workbench) => Promise<unknown>;
  /** Does something with the first address, beside printing it. */
  show: (address: string) => void;
  /** Ends it. */
  signal: AbortSignal;
}

/** Runs the local host until it is told to end; gives false where the workbench could not be kept running. */
export async function runLocalHost({ port, open, show, signal }: LocalRun): Promise<boolean> {
  const folders = usableFolders(standardFolders(), (sentence) => console.error(sentence));
  const failing = new AbortController();
  const host = await startLocalHost({
    pageFolder: PAGE_FOLDER,
    port,
    version: VERSION,
    settingsFolder: folders.settings,
    casesFolder: folders.cases,
    onEnd: ({ error }, recovery) => {
      console.error(error);
      void recovery.then((outcome) => {
        const { message, detail } = recoveryInWords(outcome);
        console.error(`${message}. ${detail}`);
        if (outcome.kind === "not-started") failing.abort();
      });
    },
  });
  const keys = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  try {
    const ending = AbortSignal.any([signal, failing.signal]);
    const begun = host.begin(open);
    await Promise.race([begun, aborted(ending), briefly()]);
    if (!ending.aborted) {
      const address = host.newAddress();
      console.log(`Sourceline is at ${address}`);
      console.log("The address lets one browser in, once. Press Enter for another, Ctrl-C to stop.");
      show(address);
      keys?.on("line", () => console.log(host.newAddress()));
      await Promise.race([aborted(ending), begun.then(() => aborted(ending))]);
    }
  } finally {
    keys?.close();
    await host.stop();
  }
  return !failing.signal.aborted;
}
