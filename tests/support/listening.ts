import type { WorkbenchEvent } from "#domain/contract/application.ts";
import type { Workbench } from "#domain/contract/contract.ts";

/** Begins to listen; `until` gives what was told by the time that `enough` says so. */
export async function listen(
  client: Workbench,
  enough: (event: WorkbenchEvent) => boolean,
): Promise<{ until: Promise<WorkbenchEvent[]> }> {
  const abort = new AbortController();
  const events = await client.application.watch(undefined, { signal: abort.signal });
  // The stream begins when it is first asked.
  const first = events.next();
  const hear = async () => {
    const told: WorkbenchEvent[] = [];
    for (let step = await first; !step.done; step = await events.next()) {
      told.push(step.value);
      if (enough(step.value)) break;
    }
    abort.abort();
    return told;
  };
  await client.application.about();
  return { until: hear() };
}

/** Stops the next work of which anything is told. */
export async function stopNext(client: Workbench): Promise<{ stopped: Promise<void> }> {
  const { until } = await listen(client, isUnderWay);
  const stop = async () => {
    const last = (await until).at(-1);
    if (last?.kind === "work") await client.work.stop({ work: last.work });
  };
  return { stopped: stop() };
}

export const isOver = (event: WorkbenchEvent) => event.kind === "work" && event.progress === null;
export const isUnderWay = (event: WorkbenchEvent) => event.kind === "work" && event.progress !== null;
