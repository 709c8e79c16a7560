/**
 * Files of a folder that are certainly no articles: pictures, sound, video, fonts, programs, and the parts of saved web
 * pages. All others are looked into. A file that is named outright is tried whatever its name.
 */
const NO_ARTICLES =
  /\.(?:avif|bmp|gif|heic|ico|jpe?g|png|svgz?|tiff?|webp|aac|flac|m4a|mp3|oga|ogg|opus|wav|avi|m4v|mkv|mov|mp4|mpe?g|webm|eot|otf|ttf|woff2?|css|scss|less|m?js|cjs|jsx?|tsx?|map|wasm|exe|dll|so|dylib|bin|iso|dmg|deb|rpm|apk|jar|class|pyc?|sqlite3?|db|sourceline|unfinished|bak|tmp|part|crdownload|lnk|url|ini)$/i;

/** Hidden files, and litter that systems leave in folders. */
const LITTER = /^(?:\..*|thumbs\.db|desktop\.ini|__macosx)$/i;

/** Whether a file of this name, found in a folder, is looked into. */
export function mayBeArticle(name: string): boolean {
  return !isLitter(name) && !NO_ARTICLES.test(name);
}

/** Whether a file or folder of this name is passed over with all that is in it. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}
