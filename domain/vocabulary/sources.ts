import { codesOf, type Term } from "./term.ts";

export const SOURCE_KINDS = [
  { code: "outlet", label: "Outlet", definition: "A newspaper, site or station that publishes to readers." },
  { code: "wire", label: "Wire", definition: "A news agency whose texts others print." },
  { code: "monitor", label: "Monitor", definition: "An organisation that watches and passes on what others say." },
  { code: "state-body", label: "State body", definition: "A ministry, army, police or other organ of a state." },
  { code: "armed-group", label: "Armed group", definition: "An organised armed actor that is no state." },
  { code: "witness", label: "Witness", definition: "A person or group who was there." },
  { code: "official", label: "Official", definition: "A person who speaks from an office, named or not." },
  { code: "expert", label: "Expert", definition: "A person who speaks from knowledge of the subject." },
  { code: "ngo", label: "NGO", definition: "A non-governmental organisation." },
  { code: "document", label: "Document", definition: "A paper, record or data set." },
  { code: "media-item", label: "Media item", definition: "A picture, video or sound recording." },
  { code: "social-account", label: "Social account", definition: "An account or channel on a platform." },
  { code: "other", label: "Other", definition: "None of the above." },
] as const satisfies readonly [Term, ...Term[]];
export const SOURCE_KIND_CODES = codesOf(SOURCE_KINDS);
export type SourceKind = (typeof SOURCE_KIND_CODES)[number];

/** How a hop of a chain came by what it says. */
export const ACCESSES = [
  { code: "participant", label: "Participant", definition: "Took part in what it speaks of." },
  { code: "eyewitness", label: "Eyewitness", definition: "Saw or heard it." },
  { code: "documentary", label: "Documentary", definition: "Speaks from a document or recording." },
  { code: "second-hand", label: "Second-hand", definition: "Passes on what another said." },
  { code: "unknown", label: "Unknown", definition: "The text does not say." },
] as const satisfies readonly [Term, ...Term[]];
export const ACCESS_CODES = codesOf(ACCESSES);
export type Access = (typeof ACCESS_CODES)[number];
