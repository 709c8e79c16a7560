import { isAgency } from "./agencies.ts";
import { foldedForDates } from "./month-names.ts";

/** One name has no more words with a capital, and one byline no more names. */
const MOST_WORDS = 4;
const MOST_NAMES = 6;

const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(" ")));

/** With what no name begins, but a line that says how, when or why: compared as `foldedForDates` has it. */
const NEVER_FIRST = words(
  "the a this that these those any all each every no one two three four five what which how when why",
  "early late mid next last end noon dawn dusk night midnight morning evening today tomorrow tonight then now",
  "royal popular divine executive presidential official unanimous common public mutual special sheer pure fair foul way",
  "land sea air road rail boat car truck train foot plane ship bus bike phone email proxy court order decree law force fire",
  "accident chance luck mistake design default definition invitation request consent demand vote election war hook",
  "numbers degrees order god jove golly association drone popularity majority contrast comparison virtue means nature",
  "la les los las un una une que quel quelle ces cette ce ses amour temps ordre decret hasard exemple ailleurs",
  "peur crainte souci manque faute voie monts terre mer force peuple toutes tous beaucoup moins",
  "primera primeira segunda tercera fin falta amor arte decreto orden ordem culpa causa favor ejemplo exemplo eso esto",
  "isso isto todo toda todos todas nada mas unos unas cada mayoria unanimidad tierra mar aire supuesto tanto ahora o os as si encima mandato ley sorpresa ici",
  // Days and months, but for Domingo and Julio.
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september",
  "october november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin",
  "juillet aout septembre octobre novembre decembre lunes martes miercoles jueves viernes enero febrero marzo mayo junio",
  "septiembre octubre noviembre diciembre montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz",
  "der die das den dem des ein eine einem papst kanzler kanzlerin prasident prasidentin minister ministerin konig",
  "freunden feinden arzten bomben soldaten rebellen anfang beginn wegen gestern heute morgen neuen nuovo nuova nuovi",
);

/** What stands in headlines behind a name, or between what are none. */
const NEVER_LATER = words(
  "the of to for in on at from by as is are was were be been or not nor but if than into over after before against amid",
  "through across without within during under until while we they you he she it his her their him who what why how",
  "wins resigns dies joins signs says said quits leaves returns meets visits calls urges warns backs denies faces seeks",
  "vows takes gets gives makes goes leads heads holds hits beats loses rejects accepts slams blasts praises defends",
  "attacks arrives elected named appointed killed arrested jailed sacked fired freed charged accused has have had does did",
  "closes opens begins ends falls rises fails speaks tells asks sees finds plans pledges promises admits announces agrees",
  "becomes remains stays retires steps wants needs hopes fears threatens condemns criticises criticizes welcomes signals",
  "decree order demand numbers request consent invitation law vote means necessary decides convicted sentenced cleared sued dead a o",
  "que para pour dans sur avec sans est sont qui dont quand importa llega gana dimite muere vuelve",
  "zu nach bis mit fur gegen uber als wird ist sind hat gewinnt vor bei sich nicht vince lascia dimette",
);

/** What stands between the names of several. An “E” in capitals is an initial sooner. */
const BETWEEN = /\s*,\s*|\s+(?:and|AND|et|ET|und|UND|And|Et|Und|y|Y|e|en|dan|with|avec|con|mit|&)\s+/u;

/**
 * Whether words with capitals are plainly the names of people, each with a first name and a last, and nothing else: “Ada Brook
 * and Jean Roc” are; “Land and Sea”, “Royal Decree”, “Monday Evening” and “Maio Resigns As Foreign Minister” are not. The
 * name of an agency stands for those who wrote for it.
 */
export function areNames(line: string): boolean {
  if (isAgency(line)) return true;
  const names = line.split(BETWEEN);
  // “Ada Brook with AFP”.
  return names.length <= MOST_NAMES && names.every((name, index) => isName(name) || (index > 0 && isAgency(name)));
}

function isName(name: string): boolean {
  if (!/^\p{Lu}\S*\s.*\p{Lu}/u.test(name)) return false;
  const all = name.split(/\s+/);
  const folded = all.map(foldedForDates);
  if (all.filter((word) => /\p{Lu}/u.test(word)).length > MOST_WORDS) return false;
  const [first = "", ...later] = folded;
  return !NEVER_FIRST.has(first) && !later.some((word) => NEVER_LATER.has(word));
}
