import type { Page } from "playwright-core";
import { type Frames, framesWhile } from "./frames.ts";
import { IS_SMALL, inFigures, printTable, quantile } from "./measuring.ts";

/** A page with one thing in it that scrolls. */
export interface Scrolled {
  page: Page;
  /** Finds what scrolls. */
  selector: string;
  /** Finds what has the focus meanwhile. */
  keys: string;
}

/** The frames of one way of scrolling, beside those of the floor that was scrolled in turns with it. */
export interface ScrolledFrames {
  what: string;
  frames: Frames;
  floor: Frames;
}

const ROUNDS = IS_SMALL ? 1 : 3;
/** Milliseconds that a gesture goes on. */
const LENGTH = IS_SMALL ? 1_000 : 3_000;
/** Pixels that the wheel turns in a second: some five screens. */
const WHEEL_SPEED = 4_000;
/** Milliseconds from one press of a held key to the next, as systems are set up at first. */
const REPEAT = 33;
/** Milliseconds from one movement of the pointer to the next. */
const MOVE = 14;
const JUMPS = 4;
/** Milliseconds that a jump is given to come to rest. */
const JUMP = 700;

/** A frame that takes longer has been dropped. */
const LONGEST = 50;
/** Chromium tells times by tenths of a millisecond, so that three frames of 16.67 ms may seem to take 50.1. */
const RESOLUTION = 0.2;

const WAYS: Record<string, (scrolled: Scrolled) => Promise<unknown>> = {
  "turning the wheel": turnWheel,
  "Page Down held": holdPageDown,
  "the bar dragged from top to bottom": dragBar,
  "End and Home": jump,
};

/** Scrolls something in every way that a person has, in turns with the floor. */
export async function scroll(scrolled: Scrolled, floor: Scrolled): Promise<ScrolledFrames[]> {
  const all: ScrolledFrames[] = [];
  for (const [what, way] of Object.entries(WAYS)) {
    const taken: ScrolledFrames = {
      what,
      frames: { intervals: [], tasks: [] },
      floor: { intervals: [], tasks: [] },
    };
    for (let round = 0; round < ROUNDS; round++) {
      add(taken.frames, await scrollOnce(scrolled, way));
      add(taken.floor, await scrollOnce(floor, way));
    }
    all.push(taken);
  }
  return all;
}

/** Prints what scrolling took: times by the clock, and the longest task by the time of the processor that it took. */
export function printScrolling(all: readonly ScrolledFrames[]): void {
  const cells = ({ intervals, tasks }: Frames) => [
    String(intervals.length),
    inFigures(quantile(intervals, 0.5)),
    inFigures(quantile(intervals, 0.95)),
    inFigures(Math.max(...intervals)),
    String(intervals.filter((interval) => interval > LONGEST + RESOLUTION).length),
    inFigures(Math.max(...tasks)),
  ];
  const head = ["frames", "p50", "p95", "longest", `over ${LONGEST} ms`, "longest task, CPU"];
  printTable(
    ["milliseconds", ...head],
    all.flatMap(({ what, frames, floor }) => [
      [what, ...cells(frames)],
      ["  the floor", ...cells(floor)],
    ]),
  );
}

function add(all: Frames, one: Frames): void {
  all.intervals.push(...one.intervals);
  all.tasks.push(...one.tasks);
}

/** Scrolls from the top in one way. */
async function scrollOnce(scrolled: Scrolled, way: (scrolled: Scrolled) => Promise<unknown>): Promise<Frames> {
  const { page, selector, keys } = scrolled;
  await page.bringToFront();
  await page.locator(keys).focus();
  await page.locator(selector).evaluate((element) => {
    element.scrollTop = 0;
  });
  await page.waitForTimeout(JUMP);
  return framesWhile(page, () => way(scrolled));
}

async function boxOf({ page, selector }: Scrolled) {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`There is no ${selector} to scroll.`);
  return box;
}

/** The wheel goes on turning steadily, as fast as somebody who looks for something turns it. */
async function turnWheel(scrolled: Scrolled): Promise<void> {
  const { x, y, width, height } = await boxOf(scrolled);
  const session = await scrolled.page.context().newCDPSession(scrolled.page);
  await session.send("Input.synthesizeScrollGesture", {
    x: x + width / 2,
    y: y + height / 2,
    yDistance: (-WHEEL_SPEED * LENGTH) / 1000,
    speed: WHEEL_SPEED,
    gestureSourceType: "mouse",
    preventFling: true,
  });
  await session.detach();
}

/** The key repeats at its own pace, whether or not the page keeps up. */
async function holdPageDown({ page }: Scrolled): Promise<void> {
  const presses: Promise<unknown>[] = [];
  for (let passed = 0; passed < LENGTH; passed += REPEAT) {
    presses.push(page.keyboard.down("PageDown"));
    await new Promise((resolve) => setTimeout(resolve, REPEAT));
  }
  await Promise.all(presses);
  await page.keyboard.up("PageDown");
}

async function dragBar(scrolled: Scrolled): Promise<void> {
  const { page, selector } = scrolled;
  const { x, y, width, height } = await boxOf(scrolled);
  // The bar is 15 pixels wide, with an arrow of as many at either end; its thumb is at the top.
  const [along, top, way] = [x + width - 7, y + 22, height - 30];
  await page.mouse.move(along, top);
  await page.mouse.down();
  const begun = performance.now();
  for (let part = 0; part < 1; ) {
    await new Promise((resolve) => setTimeout(resolve, MOVE));
    part = Math.min(1, (performance.now() - begun) / LENGTH);
    await page.mouse.move(along, top + way * part);
  }
  await page.mouse.up();
  const reached = await page
    .locator(selector)
    .evaluate((element) => element.scrollTop / (element.scrollHeight - element.clientHeight));
  // What grows while it is scrolled, such as a text whose heights were guessed, is not reached to its end.
  if (reached < 0.5) throw new Error("The bar was not dragged towards the bottom.");
}

async function jump({ page }: Scrolled): Promise<void> {
  for (let turn = 0; turn < JUMPS; turn++) {
    await page.keyboard.press(turn % 2 === 0 ? "End" : "Home");
    await page.waitForTimeout(JUMP);
  }
}
