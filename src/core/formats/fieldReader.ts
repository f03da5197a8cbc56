import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Fix, type Rule } from '../finding';
import type { Stated } from '../space/searchSpace';
import { nearestWord } from '../text/nearestWord';
import { numberText } from '../text/numberText';
import { pythonFloat } from '../text/pythonNumber';
import type { TextEdit, TextRange } from '../text/range';
import { scalarValue, type Dialect, type Scalar } from '../text/scalars';
import type { MapEntry, MapNode, ScalarNode, SourceDocument, SourceNode } from '../text/source';
import { missingField, unknownField, unknownWord, wrongValue } from './rules';

/** What a number may be written as: Go and JSON schemas want a number, Python's loaders take the text of one too. */
export type NumberForm = 'number' | 'numberOrText';

/** One pass over a declarative document: the fields as their tool reads them, and what it would refuse. */
export class FieldReader {
  readonly findings: Finding[] = [];

  constructor(
    readonly document: SourceDocument,
    readonly dialect: Dialect,
    /** As messages call it: "Azure ML". */
    readonly tool: string,
    readonly numberForm: NumberForm,
    /** What of a key matters: Google's loaders take `maxTrials` and `max_trials` for the same. */
    private readonly plainKey: (key: string) => string = key => key,
  ) {}

  /** The last entry under a key. */
  field(node: SourceNode | undefined, key: string): MapEntry | undefined {
    if (node?.kind !== 'map') return undefined;
    return node.entries.findLast(at => this.plainKey(at.key.text) === this.plainKey(key));
  }

  report(
    rule: Rule,
    range: TextRange,
    message: string,
    more: Partial<Pick<Finding, 'severity' | 'parameter' | 'related'>> & {
      readonly fixes?: readonly (Fix | undefined)[] | undefined;
    } = {},
  ): undefined {
    const fixes = (more.fixes ?? []).filter(fix => fix !== undefined);
    this.findings.push(finding(rule, range, message, { ...more, fixes }));
  }

  value(node: ScalarNode): Scalar {
    return scalarValue(node, this.dialect);
  }

  /** The field under `key`, reported at `at` where there is none. */
  required(map: MapNode, key: string, at: TextRange, parameter?: string): MapEntry | undefined {
    const found = this.field(map, key);
    if (found) return found;
    const message = l10n.t('{0} needs `{1}` here; add it.', this.tool, key);
    return this.report(missingField, at, message, { parameter });
  }

  /** The text of a scalar that is not null. */
  text(at: MapEntry | undefined): string | undefined {
    if (at?.value.kind !== 'scalar' || this.value(at.value) === null) return undefined;
    return at.value.text;
  }

  /** A finite number; what is written instead of one is reported. */
  number(at: MapEntry | undefined, parameter?: string): Stated | undefined {
    if (at === undefined) return undefined;
    const { value: node, key } = at;
    const read = node.kind === 'scalar' ? this.value(node) : undefined;
    const number = typeof read === 'string' && this.numberForm === 'numberOrText' ? pythonFloat(read) : read;
    if (typeof number === 'number' && Number.isFinite(number)) return { value: number, range: node.range };
    // What stands for a number that is filled in later is not for us to judge.
    if (typeof read === 'string' && /\$\{\{|\{\{/.test(read)) return undefined;
    const meant = typeof read === 'string' ? pythonFloat(read) : undefined;
    const range = written(node.range) ? node.range : key.range;
    this.report(wrongValue, range, l10n.t('`{0}` must be a number.', key.text), {
      parameter,
      fixes: meant === undefined ? [] : [this.write(range, numberText(meant, this.dialect), true)],
    });
    return meant === undefined ? undefined : { value: meant, range: node.range };
  }

  /** A number that `isRight`, else reported with what it must be. */
  numberThat(
    at: MapEntry | undefined,
    isRight: (value: number) => boolean,
    wanted: string,
    parameter?: string,
  ): Stated | undefined {
    const stated = this.number(at, parameter);
    if (at && stated && !isRight(stated.value)) {
      this.report(wrongValue, stated.range, l10n.t('`{0}` must be {1}.', at.key.text, wanted), { parameter });
    }
    return stated;
  }

  /** The one of `words` that a field says; what says another is reported with the nearest of them. */
  oneOf<Word extends string>(
    at: MapEntry | undefined,
    words: readonly Word[],
    { plain = (text: string): string => text, parameter }: WordOptions = {},
  ): Word | undefined {
    if (at === undefined) return undefined;
    const text = this.text(at) ?? '';
    const found = words.find(word => plain(word) === plain(text));
    if (found !== undefined || /\$\{\{|\{\{/.test(text)) return found;
    const range = written(at.value.range) ? at.value.range : at.key.range;
    const near = nearestWord(text, words);
    const message = near
      ? l10n.t('{0} has no `{1}` here; did you mean `{2}`?', this.tool, text, near)
      : l10n.t('{0} has no `{1}` here; it has {2}.', this.tool, text, words.join(', '));
    return this.report(unknownWord, range, message, {
      parameter,
      fixes: near && range === at.value.range ? [this.write(range, this.word(near), false)] : [],
    });
  }

  /** Fields that a mapping with a closed schema does not have. */
  onlyKnown(map: MapNode, known: readonly string[], parameter?: string): void {
    for (const { key } of map.entries) {
      const isKnown = known.some(candidate => this.plainKey(candidate) === this.plainKey(key.text));
      if (isKnown || key.text === '<<') continue;
      const free = known.filter(candidate => !this.field(map, candidate));
      const near = nearestWord(key.text, free);
      const message = near
        ? l10n.t('{0} has no `{1}` here; did you mean `{2}`?', this.tool, key.text, near)
        : l10n.t('{0} has no `{1}` here; it takes {2}.', this.tool, key.text, known.join(', '));
      const fixes = near ? [this.write(key.range, this.word(near), false)] : [];
      this.report(unknownField, key.range, message, { parameter, fixes });
    }
  }

  /** A scalar in the document's own syntax. */
  word(text: string): string {
    return this.document.language === 'json' ? `"${text}"` : text;
  }

  write(range: TextRange, newText: string, safe: boolean): Fix {
    return fix(l10n.t('Write {0}', newText), [{ range, newText }], safe);
  }
}

interface WordOptions {
  /** What of a word matters: case, mostly. */
  readonly plain?: ((text: string) => string) | undefined;
  readonly parameter?: string | undefined;
}

export function fix(title: string, edits: readonly TextEdit[], safe: boolean): Fix {
  return { title, edits, safe };
}

/** Whether anything stands there. */
export function written({ start, end }: TextRange): boolean {
  return start < end;
}
