import * as l10n from '@vscode/l10n';
import { deepestNesting } from '../../../text/limits';
import {
  OverrideError,
  type Argument,
  type CallNode,
  type DictNode,
  type OverrideNode,
  type PrimitiveNode,
} from './overrideNode';
import { unescaped, unquoted } from './primitives';

/**
 * The value part of an override by the grammar of Hydra 1.3 (`hydra/grammar/OverrideLexer.g4`, `OverrideParser.g4`):
 * one element, or the several of a comma list.
 * @throws OverrideError for what the grammar does not take.
 */
export function parseOverride(text: string): readonly OverrideNode[] {
  return new OverrideParser(text).value();
}

const characters = String.raw`[\w/\\\-+.$%*@?| \t`;
const escape = String.raw`\\[\\()[\]{}:=, \t]`;
const primitive = new RegExp(`(?:${escape}|\\$\\{[^}]+\\}|${characters}:])+`, 'y');
const dictKey = new RegExp(`(?:${escape}|${characters}])+`, 'y');
const argumentName = /([A-Za-z_][\w-]*)[ \t]*=[ \t]*/y;
const identifier = /^[A-Za-z_][\w-]*$/;
const space = /[ \t]*/y;

class OverrideParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  value(): OverrideNode[] {
    this.take(space);
    const elements = [this.element()];
    while (this.takeSeparator(',')) elements.push(this.element());
    if (this.at < this.text.length) throw this.unexpected();
    return elements;
  }

  private element(): OverrideNode {
    if (++this.depth > deepestNesting) {
      throw this.error(l10n.t('This is nested too deeply to be read.'), this.at, this.at + 1);
    }
    const node = this.anyElement();
    this.depth--;
    return node;
  }

  private anyElement(): OverrideNode {
    const start = this.at;
    switch (this.text.charAt(start)) {
      case '[':
        return { kind: 'list', ...this.enclosed('[', ']', () => this.element()) };
      case '{':
        return this.dict();
      case '"':
      case "'":
        return this.quoted();
    }
    const taken = this.take(primitive);
    const trimmed = trimmedEnd(taken).replace(/^[ \t]+/, '');
    if (trimmed === '') throw this.missing(start);
    const from = start + taken.indexOf(trimmed);
    const range = { start: from, end: from + trimmed.length };
    if (this.text.charAt(this.at) === '(' && identifier.test(trimmed)) return this.call(trimmed, range);
    return { kind: 'primitive', ...unquoted(trimmed), range };
  }

  private call(name: string, nameRange: CallNode['nameRange']): CallNode {
    const { items, range } = this.enclosed('(', ')', () => this.argument());
    return {
      kind: 'call',
      name,
      nameRange,
      arguments: items,
      argumentsRange: range,
      range: { start: nameRange.start, end: range.end },
    };
  }

  private argument(): Argument {
    const named = this.take(argumentName);
    return { name: named === '' ? undefined : named.replace(/[ \t]*=.*$/, ''), value: this.element() };
  }

  private dict(): DictNode {
    const { items, range } = this.enclosed('{', '}', () => {
      const start = this.at;
      const key = this.take(dictKey).trim();
      if (key === '') throw this.missing(start);
      if (!this.takeSeparator(':')) throw this.unexpected();
      return { key: String(unquoted(key).value), value: this.element() };
    });
    return { kind: 'dict', entries: items, range };
  }

  private quoted(): PrimitiveNode {
    const start = this.at;
    const quote = this.text.charAt(start);
    let end = start + 1;
    for (; end < this.text.length && this.text.charAt(end) !== quote; end++) {
      if (this.text.charAt(end) === '\\') end++;
    }
    if (end >= this.text.length) throw this.neverClosed(start);
    this.at = end + 1;
    const value = unescaped(this.text.slice(start + 1, end), quote);
    return { kind: 'primitive', value, type: 'text', range: { start, end: this.at } };
  }

  private enclosed<Item>(open: string, close: string, item: () => Item) {
    const start = this.at;
    this.at += open.length;
    this.take(space);
    const items: Item[] = [];
    if (!this.takeSeparator(close, false)) {
      do items.push(item());
      while (this.takeSeparator(','));
      if (this.at >= this.text.length) throw this.neverClosed(start);
      if (!this.takeSeparator(close, false)) throw this.unexpected();
    }
    return { items, range: { start, end: this.at } };
  }

  /** A separator takes the white space before it, and unless it closes something that after it. */
  private takeSeparator(separator: string, spaceAfter = true): boolean {
    const before = this.at;
    this.take(space);
    if (this.text.charAt(this.at) !== separator) {
      this.at = before;
      return false;
    }
    this.at += 1;
    if (spaceAfter) this.take(space);
    return true;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0] ?? '';
    this.at += taken.length;
    return taken;
  }

  private missing(start: number): OverrideError {
    const next = this.text.charAt(this.at);
    if (next === '' || next === ',' || next === ')' || next === ']' || next === '}') {
      return this.error(l10n.t('Hydra needs a value here.'), Math.max(0, start - 1), Math.max(1, this.at));
    }
    return this.unexpected();
  }

  private unexpected(): OverrideError {
    const character = this.text.charAt(this.at);
    if (character === '') {
      return this.error(l10n.t('Something is missing at the end.'), this.text.length - 1, this.text.length);
    }
    if (character.trim() === '') {
      return this.error(l10n.t('Hydra takes no white space here; remove it.'), this.at, this.at + 1);
    }
    const message = /[()[\]{},=]/.test(character)
      ? l10n.t('Hydra cannot read `{0}` here; if it is part of a text, put the text in quotes.', character)
      : l10n.t('Hydra’s grammar has no `{0}`; put the text in quotes.', character);
    return this.error(message, this.at, this.at + 1);
  }

  private neverClosed(start: number): OverrideError {
    return this.error(l10n.t('This `{0}` is never closed.', this.text.charAt(start)), start, start + 1);
  }

  private error(message: string, start: number, end: number): OverrideError {
    return new OverrideError('syntax', { start, end }, message);
  }
}

/** Without the white space at its end, of which an escaped character is no part. */
function trimmedEnd(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith('\\') && trimmed.length < text.length && !trimmed.endsWith('\\\\')
    ? text.slice(0, trimmed.length + 1)
    : trimmed;
}
