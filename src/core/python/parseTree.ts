import { TreeFragment, type Tree } from '@lezer/common';
import { parser } from '@lezer/python';

/** The text parsed last and its tree: most texts differ from the one before by a keystroke. */
let last: { readonly text: string; readonly tree: Tree } | undefined;

/** The syntax tree of a Python text. What it shares with the text parsed before is not parsed again. */
export function parseTree(text: string): Tree {
  if (last?.text === text) return last.tree;
  const tree = parser.parse(text, last ? unchanged(last.text, last.tree, text) : []);
  last = { text, tree };
  return tree;
}

/** The parts of a tree that hold for a changed text: those before and after the stretch that differs. */
function unchanged(before: string, tree: Tree, after: string): readonly TreeFragment[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  const rest = shorter - start;
  while (
    end < rest &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  // Texts that share little are different files.
  if (start + end < shorter / 2) return [];
  const change = { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
