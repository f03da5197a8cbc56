import { inlineKey, inlineValue, repeatsKey, skipSpaces } from './inlineYaml';
import { deepestNesting } from './limits';
import { emptyScalar } from './mergeKeys';
import type { TextRange } from './range';
import type { ListNode, MapEntry, MapNode, SourceNode } from './source';
import { yamlSections } from './yamlSections';
import { readYamlPart } from './yamlStream';

/**
 * The documents of a stream of block mappings and lists over simple keys and values, as configuration mostly is: what
 * the general parser gives, in a tenth of the time. An entry that is anything more goes to the general parser alone.
 *
 * @returns undefined where that would not do: errors, anchors, tags on collections, directives, …
 */
export function readPlainYaml(text: string): SourceNode[] | undefined {
  try {
    return yamlSections(text)?.map(section => new Section(text, section).root());
  } catch (error) {
    // An exhausted stack as well is for the general parser to report.
    if (error instanceof NotPlain || error instanceof RangeError) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}

const deepest = 20;

/** Blank lines and comments up to the first line with content. */
const emptyLines = /(?: *(?:#[^\n]*|\r?)\n)* */y;

/** What may follow a value on its line. */
const restOfLine = /(?: +#[^\n]*| *\r?)(?:\n|$)/y;

/** The same in place of a value, where a blank was before. */
const noValue = /(?:#[^\n]*|\r?)(?:\n|$)/y;

class Section {
  /** The first character of the line to be read next. */
  private at = 0;
  /** Where on its line it stands; -1 after the last line. */
  private column = -1;
  /** How much may yet go to the general parser. */
  private left: number;

  constructor(
    private readonly text: string,
    private readonly section: TextRange,
  ) {
    this.left = 1000 + (section.end - section.start) / 2;
  }

  root(): SourceNode {
    this.goTo(this.section.start);
    const root = this.block(0);
    if (this.column >= 0) throw new NotPlain();
    return root;
  }

  private goTo(lineStart: number): void {
    emptyLines.lastIndex = lineStart;
    emptyLines.test(this.text);
    this.at = emptyLines.lastIndex;
    const isOver = this.at >= this.section.end || this.text[this.at] === '#';
    this.column = isOver ? -1 : this.at - this.text.lastIndexOf('\n', this.at - 1) - 1;
  }

  /** The collection whose first entry is next. */
  private block(depth: number): MapNode | ListNode {
    const { at: start, column } = this;
    if (depth > deepest || column < 0) throw new NotPlain();
    if (this.isAtItem()) {
      const items: SourceNode[] = [];
      while (this.column === column && this.isAtItem()) items.push(this.item(depth));
      return { kind: 'list', items, range: this.range(start, items.at(-1)) };
    }
    const entries: MapEntry[] = [];
    while (this.column === column && !this.isAtItem()) entries.push(this.entry(depth));
    if (repeatsKey(entries)) throw new NotPlain();
    return { kind: 'map', entries, range: this.range(start, entries.at(-1)) };
  }

  private entry(depth: number): MapEntry {
    const { at, column } = this;
    const key = inlineKey(this.text, at);
    const value = key && this.value(skipSpaces(this.text, key.range.end + 1), column, true, depth);
    if (value) return { key, value, range: { start: at, end: value.range.end } };
    const part = /[\w"'.+/~($-]/.test(this.text.charAt(at)) ? this.part(at, column, true) : undefined;
    const [entry, another] = part?.kind === 'map' ? part.entries : [];
    if (!entry || another) throw new NotPlain();
    return entry;
  }

  private item(depth: number): SourceNode {
    const { at, column } = this;
    const valueAt = skipSpaces(this.text, at + 1);
    this.at = valueAt;
    this.column = column + valueAt - at;
    if (this.isAtItem() || inlineKey(this.text, valueAt)) return this.checked(this.block(depth + 1), column);
    const value = this.value(valueAt, column, false, depth);
    if (value) return value;
    const part = this.part(at, column, false);
    const [item, another] = part.kind === 'list' ? part.items : [];
    if (!item || another) throw new NotPlain();
    return item;
  }

  /** What follows `key:` or `-`; undefined where only the general parser can tell. */
  private value(at: number, column: number, isInMap: boolean, depth: number): SourceNode | undefined {
    const value = inlineValue(this.text, at);
    const rest = value ? restOfLine : noValue;
    rest.lastIndex = value?.range.end ?? at;
    if (!rest.test(this.text)) return undefined;
    this.goTo(rest.lastIndex);
    const isDeeper = this.column > column;
    if (value) return isDeeper ? undefined : value;
    if (!isDeeper && !(isInMap && this.column === column && this.isAtItem())) return emptyScalar(at);
    if (!this.isAtItem() && !inlineKey(this.text, this.at)) return undefined;
    return this.checked(this.block(depth + 1), column);
  }

  /** Nothing deeper may follow a collection's last entry. */
  private checked<T>(node: T, column: number): T {
    if (this.column > column) throw new NotPlain();
    return node;
  }

  /** One entry with all lines that belong to it, as the general parser reads it. */
  private part(start: number, column: number, isInMap: boolean): SourceNode {
    let end = this.nextLine(start);
    while (this.continues(column, isInMap)) {
      // After a comment further left the parser takes lines for a text's that would otherwise end it.
      const between = this.text.slice(end, this.at);
      const comments = [...between.matchAll(/^( *)#/gm)];
      if (comments.some(([, blanks = '']) => blanks.length <= column)) throw new NotPlain();
      end = this.nextLine(this.at);
    }
    end = this.column < 0 ? this.section.end : this.at - this.column;
    // Past half of a long text little is won, and much lost where it turns out to be wrong.
    this.left -= end - start;
    if (this.left < 0) throw new NotPlain();
    const part = readYamlPart(this.text, { start, end }, column, deepestNesting - deepest);
    const [root, another] = part.roots;
    if (!root || another || part.problems.length > 0 || part.hasAnchors) throw new NotPlain();
    return root;
  }

  /** Goes to the next line with content after the one `at` is on, whose end it returns. */
  private nextLine(at: number): number {
    const lineEnd = this.text.indexOf('\n', at);
    const next = lineEnd < 0 ? this.section.end : lineEnd + 1;
    this.goTo(next);
    return next;
  }

  private continues(column: number, isInMap: boolean): boolean {
    if (this.column > column || (this.column >= 0 && /[\]}]/.test(this.text.charAt(this.at)))) return true;
    return isInMap && this.column === column && this.isAtItem();
  }

  private isAtItem(): boolean {
    return this.text[this.at] === '-' && /[ \r\n]|^$/.test(this.text.charAt(this.at + 1));
  }

  /** A collection, which ends with what is written of its last entry. */
  private range(start: number, last: { readonly range: TextRange } | undefined): TextRange {
    const end = last?.range.end ?? start;
    return { start, end: start + this.text.slice(start, end).trimEnd().length };
  }
}
