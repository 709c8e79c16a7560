import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Progress } from "#domain/contract/base.ts";
import type { CheckReport, OpenCase, RecentCase } from "#domain/contract/cases.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { type CaseFile, createCaseFile, foundCase, openCaseFile } from "../store/case-file.ts";
import { checkCase } from "../store/check.ts";
import { guarded } from "../store/failures.ts";
import { takeFreeName } from "../store/whole-file.ts";
import { caseFromJson, checkReportFile } from "./case-exchange.ts";
import { Desk } from "./desk.ts";
import { asFileName } from "./file-names.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { describeOpen, informationOf } from "./open-case.ts";

/** A check gives way to other work after this many milliseconds. */
const STEP = 50;

export function caseProcedures(os: Implementer["cases"], desk: Desk, clientAt: (desk: Desk) => Workbench) {
  let building: Promise<void> | null = null;

  /** Puts the case on the desk and remembers it. */
  const take = (file: CaseFile): OpenCase => {
    desk.put(file);
    const current = describeOpen(file);
    desk.settings.remember(file.path, current.name);
    return current;
  };
  /** A case that is open here already is simply shown. */
  const open = (place: string): OpenCase =>
    desk.fileIfOpen?.isAt(place) ? describeOpen(desk.file) : take(openCaseFile(place, programOf(desk)));

  /**
   * It is built under another name, so that one that was stopped half-way is never taken for the whole, and at a desk of its
   * own, so that nobody sees it before.
   */
  const buildDemonstration = async (place: string): Promise<void> => {
    prepareFolder(desk);
    const unfinished = `${place}.building`;
    rmSync(unfinished, { force: true });
    const apart = new Desk(desk.options);
    apart.put(newCase("The lake week (demonstration)", unfinished));
    try {
      await desk.options.demonstration(clientAt(apart));
      apart.put(null);
      takeFreeName(unfinished, place);
    } finally {
      apart.put(null);
      rmSync(unfinished, { force: true });
    }
  };

  const newCase = (name: string, place: string): CaseFile =>
    createCaseFile(place, programOf(desk), (journal) =>
      foundCase(journal, desk.author, { id: newId(), name, description: "", createdAt: now() }),
    );

  return {
    current: os.current.handler(() => (desk.fileIfOpen ? describeOpen(desk.fileIfOpen) : null)),
    recent: os.recent.handler(() => recentCases(desk)),
    forget: os.forget.handler(({ input }) => {
      desk.settings.forget(input.path);
      return recentCases(desk);
    }),
    folder: os.folder.handler(() => ({ path: desk.options.casesFolder, cases: casesIn(desk) })),

    create: os.create.handler(({ input }) => take(newCase(input.name, input.path ?? placeFor(desk, input.name)))),
    createFromJson: os.createFromJson.handler(({ input }) =>
      take(caseFromJson(desk, input.file, input.path, programOf(desk))),
    ),
    open: os.open.handler(({ input }) => open(input.path)),

    openDemonstration: os.openDemonstration.handler(async () => {
      const place = path.join(desk.options.casesFolder, DEMONSTRATION_FILE);
      if (!existsSync(place)) {
        building ??= buildDemonstration(place).finally(() => {
          building = null;
        });
        await building;
      }
      return open(place);
    }),

    close: os.close.handler(() => {
      desk.put(null);
      return null;
    }),

    describe: os.describe.handler(({ input }) => {
      const information = informationOf(desk.readable);
      const done = desk.run("describe the case", (transaction) => {
        transaction.put("case_information", { ...information, ...input });
        return {};
      });
      desk.settings.remember(desk.file.path, input.name);
      desk.events.publish("event", { kind: "case", current: describeOpen(desk.file) });
      return done;
    }),

    check: os.check.handler(({ signal }) => unhurried(desk, checkCase(desk.file), signal)),
    checkReport: os.checkReport.handler(({ input }) => checkReportFile(desk, input.file)),
  };
}

const DEMONSTRATION_FILE = "Demonstration.sourceline";

function recentCases(desk: Desk): RecentCase[] {
  return desk.settings.recent.map((recent) => ({ ...recent, present: existsSync(recent.path) }));
}

function casesIn(desk: Desk): RecentCase[] {
  const folder = desk.options.casesFolder;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sourceline"))
    .map((name) => {
      const place = path.join(folder, name);
      const openedAt = statSync(place).mtime.toISOString();
      return { path: place, name: path.basename(name, ".sourceline"), openedAt, present: true };
    });
}

/** A free place in the case folder for a case of this name. */
function placeFor(desk: Desk, name: string): string {
  prepareFolder(desk);
  const stem = asFileName(name);
  for (let number = 1; ; number++) {
    const place = path.join(desk.options.casesFolder, `${stem}${number === 1 ? "" : ` ${number}`}.sourceline`);
    if (!existsSync(place)) return place;
  }
}

function prepareFolder(desk: Desk): void {
  const folder = desk.options.casesFolder;
  guarded(folder, () => mkdirSync(folder, { recursive: true }));
}

/** What another process is told that holds the case. */
function programOf(desk: Desk): string {
  return { desktop: "Sourceline", local: "Sourceline in a browser", command: "the sourceline command" }[
    desk.options.host
  ];
}

/** Runs a check in steps, so that other calls are answered meanwhile, and stops where nobody listens any more. */
async function* unhurried(
  desk: Desk,
  work: Generator<Progress, CheckReport>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, CheckReport> {
  const { file } = desk;
  let told = 0;
  for (;;) {
    desk.mustStillBe(file);
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - told < STEP) continue;
    yield step.value;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    told = performance.now();
  }
}
