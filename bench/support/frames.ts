import type { CDPSession, Page } from "playwright-core";

/** What a page did while something was done to it. */
export interface Frames {
  /** Milliseconds from each frame of the page to the next, by its clock. */
  intervals: number[];
  /** Milliseconds of the processor that each task of the page’s main thread took. */
  tasks: number[];
}

/** An event of Chromium’s trace; times are microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** The time of the processor that it took. */
  tdur?: number;
}

const BEGIN = "bench begins";
const END = "bench ends";
const TASK = "ThreadControllerImpl::RunTask";

/** Does something to a page, and gives the frames and tasks from its beginning until the page has come to rest. */
export async function framesWhile(page: Page, act: () => Promise<unknown>): Promise<Frames> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error("The browser is gone.");
  const events = await traceOf(session, async () => {
    await page.evaluate(beginFrames, BEGIN);
    await act();
    await page.waitForTimeout(300);
    await page.evaluate((name) => void performance.mark(name), END);
  });
  await session.detach();
  const begin = events.find(({ name }) => name === BEGIN);
  const end = events.find(({ name }) => name === END);
  if (!begin || !end) throw new Error("The trace does not say when it begins and ends.");
  const tasks = events.filter(
    ({ name, pid, tid, ts }) => name === TASK && pid === begin.pid && tid === begin.tid && ts > begin.ts && ts < end.ts,
  );
  const intervals = await page.evaluate(() => (window as unknown as { endFrames: () => number[] }).endFrames());
  return { intervals, tasks: tasks.map(({ tdur = 0 }) => tdur / 1000) };
}

/** Runs in the page: notes the time of each frame until `endFrames` is called. */
function beginFrames(mark: string): void {
  const times: number[] = [];
  let next = 0;
  const note = (time: number) => {
    times.push(time);
    next = requestAnimationFrame(note);
  };
  next = requestAnimationFrame(note);
  performance.mark(mark);
  const endFrames = () => {
    cancelAnimationFrame(next);
    return times.slice(1).map((time, index) => time - (times[index] ?? 0));
  };
  Object.assign(window, { endFrames });
}

async function traceOf(session: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing"], excludedCategories: ["*"] },
  });
  await act();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  return events;
}
