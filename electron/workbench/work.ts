import type { Desk } from "./desk.ts";
import type { Implementer } from "./implementer.ts";

export function workProcedures(os: Implementer["work"], desk: Desk) {
  return {
    pause: os.pause.handler(({ input }) => {
      desk.works.pause(input.work);
      return null;
    }),
    stop: os.stop.handler(({ input }) => {
      desk.works.stop(input.work);
      return null;
    }),
    resume: os.resume.handler(({ input }) => {
      desk.works.resume(input.work);
      return null;
    }),
  };
}
