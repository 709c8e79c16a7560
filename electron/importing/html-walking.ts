/** The next node in the order of the document that lies in `root`. No depth of the tree exhausts the stack. */
export function following(node: Node, root: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  let at: Node | null = node;
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

/**
 * The pieces of text in an element, one after the other, as far as they stand among its first `most` nodes. `textContent`
 * reads all of an element, and on a page that is made for it each of thousands of elements holds all the others.
 */
export function* textsIn(element: Element, most: number): Generator<Node> {
  let node = following(element, element);
  for (let seen = 0; node && seen < most; seen++) {
    if (node.nodeType === TEXT || node.nodeType === CDATA) yield node;
    node = following(node, element);
  }
}

/** The first characters of the text in an element, as far as they stand among its first `most` nodes. */
export function beginningOfText(element: Element, characters: number, most: number): string {
  let text = "";
  for (const { nodeValue } of textsIn(element, most)) {
    text += nodeValue ?? "";
    if (text.length >= characters) break;
  }
  return text.slice(0, characters);
}

/** Node types, by the numbers that the DOM gives them; there is no global `Node` on this side. */
const TEXT = 3;
const CDATA = 4;
