import { numberText } from '../text/numberText';
import { scalarValue, type Dialect } from '../text/scalars';
import { isList, isMap, Stop, type Template, type TemplateMap } from './template';

/** How a file is written where a snippet goes. */
export interface SnippetStyle {
  readonly language: 'yaml' | 'json';
  /** True inside brackets, where everything goes on one line. */
  readonly flow: boolean;
  readonly dialect: Dialect;
  /** One level of indentation. */
  readonly indent: string;
}

/** Writes templates in the snippet syntax of VS Code, `${1:sample}`; line breaks are LF. */
export class SnippetWriter {
  private stops = 0;

  constructor(private readonly style: SnippetStyle) {}

  /** What follows `key:` — a space and a value, or lines of their own, indented by `depth` levels. */
  value(template: Template, depth: number): string {
    const { flow, indent } = this.style;
    if (flow || !isBlock(template)) return ` ${this.inline(template)}`;
    const margin = `\n${indent.repeat(depth)}`;
    if (isMap(template)) return margin + this.entries(template, depth).join(margin);
    return margin + template.map(item => `- ${this.item(item, depth)}`).join(margin);
  }

  /** A value where it stands: the entries of a mapping one below the other. */
  here(template: Template): string {
    return this.style.flow || !isMap(template) ? this.inline(template) : this.entries(template, 0).join('\n');
  }

  key(name: string): string {
    return this.style.language === 'json' ? `"${escaped(name)}"` : escaped(name);
  }

  /** A place for the name of something new. */
  nameStop(sample: string): string {
    const place = `\${${++this.stops}:${escaped(sample)}}`;
    return this.style.language === 'json' ? `"${place}"` : place;
  }

  /** An item of a list, after its dash; further lines are indented by `depth` levels and the dash. */
  private item(template: Template, depth: number): string {
    if (!isMap(template)) return this.inline(template);
    return this.entries(template, depth + 1).join(`\n${this.style.indent.repeat(depth)}  `);
  }

  private entries(template: TemplateMap, depth: number): string[] {
    return Object.entries(template).map(([key, value]) => `${this.key(key)}:${this.value(value, depth + 1)}`);
  }

  private inline(template: Template): string {
    if (template instanceof Stop) return this.stop(template);
    if (isList(template)) return `[${template.map(item => this.inline(item)).join(', ')}]`;
    if (isMap(template)) {
      const entries = Object.entries(template).map(
        ([key, value]) => `${this.key(key)}: ${this.inline(value)}`,
      );
      return this.style.language === 'json' ? `{ ${entries.join(', ')} }` : `{${entries.join(', ')}}`;
    }
    return escaped(this.scalar(template));
  }

  private stop({ sample, choices }: Stop): string {
    const number = ++this.stops;
    const quote = typeof sample === 'string' && this.needsQuotes(sample) ? '"' : '';
    const place = choices.length > 0 ? `|${choices.map(escapedChoice).join(',')}|` : `:${this.bare(sample)}`;
    return `${quote}\${${number}${place}}${quote}`;
  }

  private bare(sample: string | number): string {
    return escaped(typeof sample === 'number' ? numberText(sample, this.style.dialect) : sample);
  }

  private scalar(value: string | number | boolean): string {
    if (typeof value === 'number') return numberText(value, this.style.dialect);
    if (typeof value === 'boolean') return String(value);
    return this.needsQuotes(value) ? JSON.stringify(value) : value;
  }

  /** Whether a text would be taken for something else without quotes. */
  private needsQuotes(value: string): boolean {
    return this.style.language === 'json' || !isPlainYaml(value, this.style.dialect);
  }
}

/** Whether a text stays that text when it is written in YAML without quotes. */
export function isPlainYaml(value: string, dialect: Dialect): boolean {
  if (!/^[\w/][\w./ -]*$/.test(value) || /\s$/.test(value)) return false;
  const range = { start: 0, end: 0 };
  return typeof scalarValue({ kind: 'scalar', text: value, style: 'plain', range }, dialect) === 'string';
}

/** Whether YAML gives it lines of its own. */
function isBlock(template: Template): template is TemplateMap | readonly Template[] {
  if (isMap(template)) return Object.keys(template).length > 0;
  return isList(template) && template.some(item => isMap(item));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapedChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}
