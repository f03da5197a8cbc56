import { numberText } from '../text/numberText';
import { scalarValue, type Dialect, type Scalar } from '../text/scalars';

/** What `yamlText` writes. */
export type Yaml = Scalar | Real | Flow | Block | readonly Yaml[];

export interface BlockEntry {
  readonly key: string;
  readonly value: Yaml;
  /** Lines above the entry. */
  readonly comments?: readonly string[] | undefined;
}

/** A mapping in block style. */
export class Block {
  constructor(readonly entries: readonly BlockEntry[]) {}
}

/** A number that stays a float for its reader although it may be whole: `1.0`. */
export class Real {
  constructor(readonly value: number) {}
}

/** A list or mapping on one line. */
export class Flow {
  constructor(readonly value: Data) {}
}

/** Plain data. */
export type Data = Scalar | Real | readonly Data[] | { readonly [key: string]: Data };

/** A mapping without comments, entries that are undefined left out. */
export function block(fields: Readonly<Record<string, Yaml | undefined>>): Block {
  return new Block(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }])),
  );
}

/** Data in block style; lists without mappings stay on one line. */
export function yamlData(data: Data): Yaml {
  if (typeof data !== 'object' || data === null || data instanceof Real) return data;
  if (isList(data)) return data.some(isMapping) ? data.map(yamlData) : new Flow(data);
  return block(Object.fromEntries(Object.entries(data).map(([key, value]) => [key, yamlData(value)])));
}

function isMapping(data: Data): boolean {
  return typeof data === 'object' && data !== null && !isList(data) && !(data instanceof Real);
}

/** A block-style document under the comments, whose scalars a loader of `dialect` reads as the values they were. */
export function yamlText(document: Block, dialect: Dialect, comments: readonly string[] = []): string {
  const head = comments.length === 0 ? [] : [...commentLines(comments), ''];
  return `${[...head, ...mapLines(document, dialect)].join('\n')}\n`;
}

export function commentLines(comments: readonly string[]): string[] {
  return comments.flatMap(comment => comment.split(/\r\n|[\r\n\u0085\u2028\u2029]/).map(line => `# ${line}`));
}

function mapLines({ entries }: Block, dialect: Dialect): string[] {
  return entries.flatMap(({ key, value, comments = [] }) => [
    ...commentLines(comments),
    ...entryLines(`${stringText(key, dialect)}:`, value, dialect),
  ]);
}

function entryLines(start: string, value: Yaml, dialect: Dialect): string[] {
  if (value instanceof Block && value.entries.length > 0) {
    return [start, ...mapLines(value, dialect).map(line => `  ${line}`)];
  }
  if (isList(value) && value.length > 0) {
    return [start, ...value.flatMap(item => itemLines(item, dialect)).map(line => `  ${line}`)];
  }
  return [`${start} ${inline(value, dialect)}`];
}

function itemLines(item: Yaml, dialect: Dialect): string[] {
  if (!(item instanceof Block) || item.entries.length === 0) return [`- ${inline(item, dialect)}`];
  const lines = mapLines(item, dialect);
  const first = lines.findIndex(line => !line.startsWith('#'));
  return [
    ...lines.slice(0, first),
    ...lines.slice(first).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)),
  ];
}

function inline(value: Yaml, dialect: Dialect): string {
  if (value instanceof Block) return '{}';
  if (value instanceof Flow) return dataText(value.value, dialect);
  if (typeof value === 'string' && isCall(value)) return value;
  return isList(value) ? '[]' : dataText(value, dialect);
}

function dataText(value: Data, dialect: Dialect): string {
  if (typeof value === 'string') return stringText(value, dialect);
  if (typeof value === 'number') return numericText(value, dialect);
  if (value instanceof Real) return realText(value.value, dialect);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map(item => dataText(item, dialect)).join(', ')}]`;

  const entries = Object.entries(value).map(
    ([key, item]) => `${stringText(key, dialect)}: ${dataText(item, dialect)}`,
  );
  return `{${entries.join(', ')}}`;
}

function numericText(x: number, dialect: Dialect): string {
  if (Number.isNaN(x)) return '.nan';
  return Number.isFinite(x) ? numberText(x, dialect) : x > 0 ? '.inf' : '-.inf';
}

function realText(x: number, dialect: Dialect): string {
  const text = numericText(x, dialect);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A string bare where no loader takes it for anything else, otherwise in double quotes. */
function stringText(text: string, dialect: Dialect): string {
  const node = { kind: 'scalar', text, style: 'plain', range: { start: 0, end: 0 } } as const;
  const isPlain =
    /^[A-Za-z_$./][\w$./{}@%+-]*(?: [\w$./@%+(=-][\w$./@%+()=-]*)*$/.test(text) && !/[{}]/.test(text);
  const isText = (['pyyaml', 'goyaml', dialect] as const).every(loader => scalarValue(node, loader) === text);
  return isPlain && isText ? text : quoted(text);
}

/** `interval(1e-5, 0.1)`: no loader takes it for anything but text where it stands on its own. */
function isCall(text: string): boolean {
  return /^[a-z]+\((?:[\w ,.()/+'-])*\)$/.test(text);
}

/** JSON's escapes are YAML's; what JSON leaves bare but YAML reads as a line break or refuses is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
