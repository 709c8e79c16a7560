import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Progress } from "#domain/contract/base.ts";
import type { OpenCase, RecentCase } from "#domain/contract/cases.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { type CaseFile, createCaseFile, foundCase, openingCaseFile, type Renewed } from "../store/case-file.ts";
import { checkCase } from "../store/check.ts";
import { guarded } from "../store/failures.ts";
import { takeFreeName } from "../store/whole-file.ts";
import { caseFromJson, checkReportFile } from "./case-exchange.ts";
import { Desk } from "./desk.ts";
import { asFileName } from "./file-names.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { underWay } from "./in-parts.ts";
import { describeOpen, informationOf } from "./open-case.ts";

/** Long work gives way to other work after so many milliseconds, and tells at most this often how far it has come. */
const TURN = 8;
const TOLD_EVERY = 100;

export function caseProcedures(os: Implementer["cases"], desk: Desk, clientAt: (desk: Desk) => Workbench) {
  let building: Promise<void> | null = null;

  /** Puts the case on the desk and remembers it. */
  const take = (file: CaseFile): OpenCase => {
    desk.put(file);
    const current = describeOpen(file);
    desk.settings.remember(file.path, current.name);
    return current;
  };
  const open = (place: string): Promise<OpenCase> =>
    desk.opening.inTurn(place, (whole, ending) => openInSteps(desk, whole, ending, take));

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
    createFromJson: os.createFromJson.handler(async function* ({ input, signal }) {
      return take(yield* unhurried(caseFromJson(desk, input.file, input.path, programOf(desk)), signal));
    }),
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

    check: os.check.handler(({ signal }) => {
      const { file } = desk;
      return unhurried(checkCase(file), signal, () => desk.mustStillBe(file));
    }),
    checkReport: os.checkReport.handler(async function* ({ input, signal }) {
      const { file } = desk;
      return yield* unhurried(await checkReportFile(desk, input.file), signal, () => desk.mustStillBe(file));
    }),
  };
}

/**
 * Opens a case file and takes the case, or gives null where that was stopped before. Of one that has to be brought to the newest
 * form everybody is told how far that has come. It goes on where whoever asked for it leaves, who may come back for it. A case
 * that is open here already is simply shown.
 */
async function openInSteps(
  desk: Desk,
  place: string,
  ending: AbortSignal,
  take: (file: CaseFile) => OpenCase,
): Promise<OpenCase | null> {
  if (desk.fileIfOpen?.isAt(place)) return describeOpen(desk.file);
  const opening: Iterator<Renewed, CaseFile> = openingCaseFile(place, programOf(desk));
  let step = opening.next();
  if (step.done) return take(step.value);
  const label = "bring the case to the newest form";
  return underWay(desk, { id: undefined, label, leaves: ending }, async (work, tell) => {
    try {
      while (!step.done) {
        await tell(step.value.done, step.value.total);
        if (work.isStopped) return null;
        const until = performance.now() + TURN;
        do step = opening.next();
        while (!step.done && performance.now() < until);
      }
      // At once, so that nothing comes between that would have stopped it.
      return take(step.value);
    } finally {
      // A case that was not opened is closed again.
      if (!step.done) opening.return?.();
    }
  });
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

/**
 * Does long work in steps, so that other calls are answered meanwhile, and stops where nobody listens any more, or where
 * `mustStillBe` throws.
 */
async function* unhurried<Result>(
  work: Iterator<Progress, Result>,
  signal: AbortSignal | undefined,
  mustStillBe: () => void = () => {},
): AsyncGenerator<Progress, Result> {
  let isOver = false;
  let told = Number.NEGATIVE_INFINITY;
  try {
    for (;;) {
      // The first step is told at once, so that whoever asked sees that it is under way.
      const until = told === Number.NEGATIVE_INFINITY ? 0 : performance.now() + TURN;
      let step: IteratorResult<Progress, Result>;
      do {
        mustStillBe();
        step = work.next();
      } while (!step.done && performance.now() < until);
      if (step.done) {
        isOver = true;
        return step.value;
      }
      if (performance.now() - told >= TOLD_EVERY) {
        yield step.value;
        told = performance.now();
      }
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
  } finally {
    // What was begun is put in order: files that are not whole go.
    if (!isOver) work.return?.();
  }
}
