import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { prose } from "./prose.ts";
import { generator, type Random } from "./random.ts";

const CITIES = ["Tamba", "Oure", "Port Merel", "Belisa", "Kerado", "Sauvel"];
const AGENCIES = ["Northwire", "Halcyon Wire", "Lakeside Press", "AMP"];

/** A file a folder holds at most; some file systems slow down beyond. */
const FILES_A_FOLDER = 1_000;

/** Writes so many articles of about 3 KB as text files, the same in every run. One in fifty is another's copy with a few words changed. */
export function writeTextFiles(folder: string, count: number): { bytes: number } {
  const random = generator(20_260_301);
  let bytes = 0;
  let before = "";
  for (let number = 0; number < count; number++) {
    const text = number % 50 === 49 ? `${before}\nA last paragraph that the copy adds.\n` : article(number, random);
    const place = path.join(folder, String(Math.floor(number / FILES_A_FOLDER)));
    if (number % FILES_A_FOLDER === 0) mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, `${number}.txt`), text);
    bytes += Buffer.byteLength(text);
    before = text;
  }
  return { bytes };
}

function article(number: number, random: Random): string {
  const city = CITIES[number % CITIES.length] ?? "";
  const agency = AGENCIES[number % AGENCIES.length] ?? "";
  const sentence = () => {
    const words = prose(12 + Math.floor(random() * 16), random);
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 4 }, sentence).join(" ");
  const paragraphs = Array.from({ length: 4 }, paragraph).join("\n");
  return `${city.toUpperCase()} (${agency}) – ${paragraphs}\n“${sentence()}” the council’s speaker said.\n`;
}
