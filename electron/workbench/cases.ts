import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Progress } from "#domain/contract/base.ts";
import type { OpenCase, RecentCase } from "#domain/contract/cases.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { Problem } from "#domain/problems.ts";
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
  /** A case that is open here already is simply shown. */
  const open = async (place: string, ending: AbortSignal): Promise<OpenCase> => {
    if (desk.fileIfOpen?.isAt(place)) return describeOpen(desk.file);
    const file = await openFile(desk, place, ending);
    if (!ending.aborted) return take(file);
    file.close();
    throw stopped(place);
  };
  /** Who asks for a case that is being opened is given the same; who asks for another, or closes, ends that. */
  const openInTurn = (place: string): Promise<OpenCase> => {
    const before = desk.opening;
    const whole = path.resolve(place);
    if (before?.place === whole && !before.ending.signal.aborted) return before.opened;
    before?.ending.abort();
    const ending = new AbortController();
    const opened = Promise.resolve(before?.opened)
      .catch(() => null)
      .then(() => open(whole, ending.signal))
      .finally(() => {
        if (desk.opening?.opened === opened) desk.opening = null;
      });
    desk.opening = { place: whole, opened, ending };
    return opened;
  };

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
    open: os.open.handler(({ input }) => openInTurn(input.path)),

    openDemonstration: os.openDemonstration.handler(async () => {
      const place = path.join(desk.options.casesFolder, DEMONSTRATION_FILE);
      if (!existsSync(place)) {
        building ??= buildDemonstration(place).finally(() => {
          building = null;
        });
        await building;
      }
      return openInTurn(place);
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
 * Opens a case file. Of one that has to be brought to the newest form everybody is told how far that has come. It goes on
 * where whoever asked for it leaves, who may come back for it.
 */
async function openFile(desk: Desk, place: string, ending: AbortSignal): Promise<CaseFile> {
  if (ending.aborted) throw stopped(place);
  desk.beingOpened.add(place);
  try {
    return await openInSteps(desk, place, ending);
  } finally {
    desk.beingOpened.delete(place);
  }
}

async function openInSteps(desk: Desk, place: string, ending: AbortSignal): Promise<CaseFile> {
  const opening: Iterator<Renewed, CaseFile> = openingCaseFile(place, programOf(desk));
  let step = opening.next();
  if (step.done) return step.value;
  const label = "bring the case to the newest form";
  return underWay(desk, { id: undefined, label, leaves: ending }, async (work, tell) => {
    try {
      while (!step.done) {
        await tell(step.value.done, step.value.total);
        if (work.isStopped) throw stopped(place);
        const until = performance.now() + TURN;
        do step = opening.next();
        while (!step.done && performance.now() < until);
      }
      return step.value;
    } finally {
      // A case that was not opened is closed again.
      if (!step.done) opening.return?.();
    }
  });
}

function stopped(place: string): Problem {
  const sentence = `The opening of “${path.basename(place)}” was stopped. Nothing of the case is lost.`;
  return new Problem("STOPPED", sentence, {});
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
