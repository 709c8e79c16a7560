import { REPORT_SECTIONS, type Report } from "#domain/nouns/report.ts";
import { shortened } from "#domain/text/shortened.ts";
import { allRows } from "../store/tables.ts";
import type { Desk } from "./desk.ts";
import { defined } from "./fields.ts";
import { foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";

export function reportProcedures(os: Implementer["reports"], desk: Desk) {
  return {
    list: os.list.handler(() => [...allRows(desk.readable, "report")]),
    get: os.get.handler(({ input }) => foundRow(desk.readable, "report", input.id)),

    create: os.create.handler(({ input }) => {
      const report: Report = {
        judgements: "",
        sourcingSummary: "",
        methodAndLimits: "",
        claimIds: null,
        sections: [...REPORT_SECTIONS],
        ...defined(input.fields),
        id: newId(),
        createdAt: now(),
      };
      return desk.run(`make the report “${shortened(report.title)}”`, (transaction) => {
        transaction.put("report", report);
        return { reportId: report.id };
      });
    }),

    update: os.update.handler(({ input }) => {
      const report: Report = { ...foundRow(desk.readable, "report", input.id), ...defined(input.fields) };
      return desk.run(`change the report “${shortened(report.title)}”`, (transaction) => {
        transaction.put("report", report);
        return {};
      });
    }),

    remove: os.remove.handler(({ input }) => {
      const report = foundRow(desk.readable, "report", input.id);
      return desk.run(`remove the report “${shortened(report.title)}”`, (transaction) => {
        transaction.remove("report", report.id);
        return {};
      });
    }),
  };
}
