import {
  FileText,
  LibraryBig,
  type LucideIcon,
  MessageSquareQuote,
  Network,
  Newspaper,
  Search,
  Settings,
} from "lucide-react";
import type { CommandName } from "#domain/shortcuts.ts";
import { keysOfCommand } from "../keys.ts";
import { addressOf, type ViewName } from "../route.ts";
import styles from "./frame.module.css";
import { words } from "./words.ts";

const PLACES: readonly { view: ViewName; Icon: LucideIcon; command: CommandName }[] = [
  { view: "library", Icon: LibraryBig, command: "view-library" },
  { view: "read", Icon: Newspaper, command: "view-read" },
  { view: "search", Icon: Search, command: "view-search" },
  { view: "claims", Icon: MessageSquareQuote, command: "view-claims" },
  { view: "sources", Icon: Network, command: "view-sources" },
  { view: "report", Icon: FileText, command: "view-report" },
  { view: "settings", Icon: Settings, command: "view-settings" },
];

/** The place of the rail that a view belongs to: the trash and the copies are parts of the library. */
function railPlaceOf(view: ViewName): ViewName {
  return view === "trash" || view === "compare" ? "library" : view;
}

/** The places a person can be. */
export function Rail({ view, hasCase }: { view: ViewName; hasCase: boolean }) {
  return (
    <nav className={styles.rail} aria-label={words.places}>
      {PLACES.filter((place) => hasCase || place.view === "settings").map(({ view: place, Icon, command }) => (
        <a
          key={place}
          href={addressOf({ view: place })}
          aria-current={place === railPlaceOf(view) ? "page" : undefined}
          title={`${words.views[place]} (${keysOfCommand(command)})`}
        >
          <Icon aria-hidden="true" />
          {words.views[place]}
        </a>
      ))}
    </nav>
  );
}
