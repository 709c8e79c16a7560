import type { WorkbenchEvent } from "#domain/contract/application.ts";
import type { Desk } from "./desk.ts";
import type { Implementer } from "./implementer.ts";

export function applicationProcedures(os: Implementer["application"], desk: Desk) {
  return {
    about: os.about.handler(() => ({
      version: desk.options.version,
      node: process.versions.node,
      sqlite: desk.fileIfOpen?.readable.get<{ version: string }>("SELECT sqlite_version() AS version")?.version ?? "",
      host: desk.options.host,
    })),
    preferences: os.preferences.handler(() => desk.settings.preferences),
    prefer: os.prefer.handler(({ input }) => {
      const preferences = desk.settings.prefer(input);
      desk.events.publish("event", { kind: "preferences", preferences });
      return preferences;
    }),
    watch: os.watch.handler(async function* ({ signal }): AsyncGenerator<WorkbenchEvent> {
      yield* desk.events.subscribe("event", signal ? { signal } : {});
    }),
  };
}
