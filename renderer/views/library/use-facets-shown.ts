import { useState } from "react";
import { useLayout } from "../../preferences.ts";
import { useNarrow } from "../../use-narrow.ts";

/**
 * Whether the facets stand beside the table, and the way to change that. It is remembered; in a narrow window they are folded
 * away until they are asked for.
 */
export function useFacetsShown(): [boolean, (shown: boolean) => void] {
  const [remembered, remember] = useLayout<boolean>("library.facets", true);
  const [isUnfolded, setUnfolded] = useState(false);
  return useNarrow() ? [isUnfolded, setUnfolded] : [remembered, remember];
}
