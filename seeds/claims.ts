import type { DemonstrationClaim } from "./claims/claim.ts";
import { POST_CLAIMS } from "./claims/post.ts";
import { RAID_CLAIMS } from "./claims/raid.ts";
import { TOLL_CLAIMS } from "./claims/toll.ts";
import { WORD_CLAIMS } from "./claims/words.ts";

/** Every claim of the demonstration, the most consequential first; a report numbers them in this order. */
export const CLAIMS = {
  raid: RAID_CLAIMS.raid,
  responsibility: RAID_CLAIMS.responsibility,
  forty: TOLL_CLAIMS.forty,
  dozen: TOLL_CLAIMS.dozen,
  seven: TOLL_CLAIMS.seven,
  seizure: POST_CLAIMS.seizure,
  reinforcements: POST_CLAIMS.reinforcements,
  duration: RAID_CLAIMS.duration,
  boats: RAID_CLAIMS.boats,
  burnt: POST_CLAIMS.burnt,
  wounded: TOLL_CLAIMS.wounded,
  bodies: TOLL_CLAIMS.bodies,
  "no-civilian": TOLL_CLAIMS["no-civilian"],
  statement: WORD_CLAIMS.statement,
  video: WORD_CLAIMS.video,
  "no-comment": WORD_CLAIMS["no-comment"],
  forecast: WORD_CLAIMS.forecast,
  aim: WORD_CLAIMS.aim,
  tally: POST_CLAIMS.tally,
  ferry: WORD_CLAIMS.ferry,
} as const satisfies Record<string, DemonstrationClaim>;

export type ClaimKey = keyof typeof CLAIMS;
