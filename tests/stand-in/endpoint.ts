/** The variable that tells the application's process where its Chromium is. */
export const ENDPOINT = "SOURCELINE_STAND_IN_CHROMIUM";
