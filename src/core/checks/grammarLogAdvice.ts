import * as l10n from '@vscode/l10n';
import type { Fix } from '../finding';
import type { Parameter } from '../space/searchSpace';
import { insertEntriesBefore } from '../text/edits/entry';
import type { TextEdit } from '../text/range';
import type { Advice } from './logScaleAdvice';

/** Hydra: a tag around the interval; its older and other spaces have a key for it. */
export function hydraAdvice({ declared, tokens }: Parameter, text: string): Advice {
  const { notation, low, high } = tokens;
  switch (declared.notation) {
    case 'interval': {
      const closing = high && /^\s*\)/.exec(text.slice(high.end, high.end + 20))?.[0].length;
      const edits = notation &&
        high &&
        closing !== undefined && [insert(notation.start, 'tag(log, '), insert(high.end + closing, ')')];
      return advice('tag(log, interval(…))', edits || []);
    }
    case 'int':
    case 'float':
      return advice('log: true', declared.step === undefined && low ? [beside(text, low, 'log')] : []);
    case 'range':
      if (declared.step !== undefined) return advice('tag(log, interval(…))', []);
      return advice('log_scale: true', notation ? [beside(text, notation, 'log_scale')] : []);
    default:
      return advice('log: true', low ? [beside(text, low, 'log')] : []);
  }
}

/** ConfigSpace: a key, which its own writer always writes. */
export function configSpaceAdvice({ tokens: { declaration, low } }: Parameter, text: string): Advice {
  const written = text.slice(declaration.start, declaration.end);
  const stated = /(?:^|[\s{,])["']?log["']?\s*:\s*(?=false\b)/i.exec(written);
  if (stated) {
    const start = declaration.start + stated.index + stated[0].length;
    return advice('log: true', [{ range: { start, end: start + 'false'.length }, newText: 'true' }]);
  }
  return advice('log: true', low ? [beside(text, low, 'log')] : []);
}

/** PCS: a word at the end, or in the old syntax a letter. */
export function pcsAdvice({ declared, tokens }: Parameter): Advice {
  const isNew = declared.notation === 'real' || declared.notation === 'integer';
  return advice(isNew ? 'log' : 'l', [insert(tokens.declaration.end, isNew ? ' log' : 'l')]);
}

function advice(word: string, edits: readonly (TextEdit | undefined)[]): Advice {
  const complete = edits.flatMap(edit => edit ?? []);
  const fixes: Fix[] =
    complete.length > 0 && complete.length === edits.length
      ? [{ title: l10n.t('Use {0}', word), edits: complete, safe: true }]
      : [];
  return { sentence: l10n.t('Use `{0}`.', word), fixes };
}

function beside(text: string, sibling: { start: number; end: number }, key: string): TextEdit | undefined {
  return insertEntriesBefore(text, sibling, [[key, 'true']]);
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
