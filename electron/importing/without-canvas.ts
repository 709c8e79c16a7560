import { registerHooks } from "node:module";

const CANVAS = "@napi-rs/canvas";

/**
 * pdfjs and jsdom load a canvas wherever they find one. Nothing is drawn here, a packed workbench has none, and the canvas is
 * a native library, with which a whole process has been seen to end when one of its threads was ended
 * (https://github.com/Brooooooklyn/canvas/issues/377), as threads that read files may be at any moment.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === CANVAS) throw new Error(`“${CANVAS}” is not used here.`);
    return next(specifier, context);
  },
});
