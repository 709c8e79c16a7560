import { go } from "../../route.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";

const PLACES = [
  { code: "library", label: "Articles" },
  { code: "trash", label: "Trash" },
] as const;

/** The two places of the library: what is in the case, and what was thrown away. */
export function PlaceSwitch({ place }: { place: (typeof PLACES)[number]["code"] }) {
  return <SegmentedControl label="Place" options={PLACES} value={place} onChange={(view) => go({ view })} />;
}
