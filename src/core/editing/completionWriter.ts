import * as l10n from '@vscode/l10n';
import type { Dialect } from '../text/scalars';
import type { Completion } from './completion';
import type { Offer } from './offers';
import type { Place } from './place';
import type { Field, Sample, Shape } from './shape';
import { isPlainYaml, SnippetWriter, type SnippetStyle } from './snippet';
import type { Template } from './template';

/** Writes offers in the syntax of the file at one place of it. */
export class CompletionWriter {
  private readonly style: SnippetStyle;
  private readonly isJson: boolean;

  constructor(
    private readonly place: Place,
    private readonly text: string,
    dialect: Dialect,
  ) {
    const { language } = place.document;
    this.isJson = language === 'json';
    this.style = {
      language: this.isJson ? 'json' : 'yaml',
      flow: place.flow,
      dialect,
      indent: indentOf(text),
    };
  }

  write(offer: Offer): Completion {
    switch (offer.kind) {
      case 'field':
        return this.field(offer.field);
      case 'sample':
        return this.sample(offer.sample);
      case 'word': {
        const { word, meaning } = offer.word;
        return this.completion('word', word, '', meaning, this.word(word), false);
      }
      case 'value':
        return this.completion(
          'sample',
          this.plain(offer.template),
          '',
          offer.meaning,
          this.value(offer.template),
          false,
        );
    }
  }

  private field({ key, meaning, shape, template }: Field): Completion {
    const written = this.place.written.keyed
      ? this.openKey(key)
      : this.openKey(key) + this.closeKey() + this.after(shape, template);
    const continues = !this.place.written.keyed && template === undefined && leadsOn(shape);
    return this.completion('key', key, kindOf(shape), meaning, written, continues);
  }

  private sample({ label, key, template }: Sample): Completion {
    const writer = new SnippetWriter(this.style);
    const detail = key ?? '';
    const documentation = this.plain(template);
    if (key === undefined) {
      return this.completion(
        'sample',
        label,
        detail,
        documentation,
        this.lines(writer.here(template)),
        false,
      );
    }
    const name = writer.nameStop(key);
    const opened =
      this.place.written.quote === ''
        ? name
        : name.replace(/^"/, '').replace(/"$/, '') + this.place.written.quote;
    const written = `${opened}:${this.lines(writer.value(template, 1))}${this.comma()}`;
    return this.completion('sample', label, detail, documentation, written, false);
  }

  private completion(
    kind: Completion['kind'],
    label: string,
    detail: string,
    documentation: string,
    insertText: string,
    continues: boolean,
  ): Completion {
    return { kind, label, detail, documentation, insertText, range: this.place.written.range, continues };
  }

  /** The key without its closing quote. */
  private openKey(key: string): string {
    return this.isJson && this.place.written.quote === '' && !this.place.written.keyed ? `"${key}` : key;
  }

  private closeKey(): string {
    return this.isJson ? '"' : this.place.written.quote;
  }

  /** The colon and what comes after it. */
  private after(shape: Shape, template: Template | undefined): string {
    const writer = new SnippetWriter(this.style);
    const value = template === undefined ? this.empty(shape) : writer.value(template, 1);
    return `:${this.lines(value)}${this.comma()}`;
  }

  /** A place for a value, in the form it will have. */
  private empty(shape: Shape): string {
    switch (shape.kind) {
      case 'tuple':
        return new SnippetWriter(this.style).value(shape.template, 1);
      case 'map':
        if (this.style.flow) return this.isJson ? ' { $1 }' : ' {$1}';
        return `\n${this.style.indent}$0`;
      case 'list':
        if (shape.item.kind === 'map' && !this.style.flow) return `\n${this.style.indent}- $0`;
        return ' [$1]';
      case 'text':
      case 'word':
      case 'parameter':
        return this.isJson ? ' "$1"' : ' $0';
      case 'number':
      case 'boolean':
      case 'any':
        return ' $0';
    }
  }

  private word(word: string): string {
    const { quote } = this.place.written;
    const isBare = word === 'true' || word === 'false';
    if (quote !== '') return `${word.replace(/[\\$}]/g, '\\$&')}${quote}`;
    const quoted = this.isJson ? !isBare : !isBare && !isPlainYaml(word, this.style.dialect);
    return (quoted ? JSON.stringify(word) : word).replace(/[\\$}]/g, '\\$&');
  }

  private value(template: Template): string {
    return new SnippetWriter(this.style).value(template, 1).trimStart();
  }

  /** A template on one line, for the eye. */
  private plain(template: Template): string {
    const inline = new SnippetWriter({ ...this.style, flow: true }).value(template, 0).trimStart();
    return inline.replace(/\$\{\d+[:|]([^,}|]*)[^}]*\}/g, '$1');
  }

  /** Behind the dash of a list further lines have to start further right. */
  private lines(snippet: string): string {
    return snippet.replaceAll('\n', `\n${' '.repeat(this.place.written.inset)}`);
  }

  /** Between brackets the next entry wants one. An unfinished line of YAML says nothing of the next. */
  private comma(): string {
    if (!this.place.flow) return '';
    const rest = this.text.slice(this.place.written.range.end);
    const next = (this.isJson ? /^\s*(\S)/ : /^ *(\S)/).exec(rest)?.[1];
    return next === undefined || ',}]:'.includes(next) ? '' : ',';
  }
}

/** Whether there is something to offer right after the key. */
function leadsOn({ kind }: Shape): boolean {
  return kind === 'word' || kind === 'boolean' || kind === 'parameter' || kind === 'map' || kind === 'list';
}

function kindOf({ kind }: Shape): string {
  switch (kind) {
    case 'map':
      return l10n.t('mapping');
    case 'list':
    case 'tuple':
      return l10n.t('list');
    case 'word':
      return l10n.t('one of a few words');
    case 'number':
      return l10n.t('number');
    case 'text':
      return l10n.t('text');
    case 'boolean':
      return l10n.t('true or false');
    case 'parameter':
      return l10n.t('name of a parameter');
    case 'any':
      return '';
  }
}

/** One level of the document's own indentation. */
function indentOf(text: string): string {
  return /^( +)\S/m.exec(text)?.[1]?.slice(0, 8) ?? '  ';
}
