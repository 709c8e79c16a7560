import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { readableOf } from "#electron/store/readable.ts";

function emptyDatabase(): Database.Database {
  const database = new Database(":memory:");
  onTestFinished(() => void database.close());
  return database;
}

test("questions of more forms than are kept are answered, the first again after the last", () => {
  const readable = readableOf(emptyDatabase());
  const answers = Array.from({ length: 1_200 }, (_, number) => readable.get(`SELECT ${number} + ? AS sum`, 1));
  expect(answers).toEqual(answers.map((_, number) => ({ sum: number + 1 })));
  expect(readable.get("SELECT 0 + ? AS sum", 5)).toEqual({ sum: 5 });
});

test("a statement that writes is refused", () => {
  const database = emptyDatabase();
  database.exec("CREATE TABLE thing (name TEXT)");
  const readable = readableOf(database);
  expect(() => readable.all("DELETE FROM thing")).toThrow("This statement writes");
});
