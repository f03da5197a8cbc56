import { experimentNodes } from '../formats/katib/experiment';
import type { FormatId, SearchSpace } from '../space/searchSpace';
import type { TextRange } from '../text/range';
import { child, type ScalarNode, type SourceDocument, type SourceNode } from '../text/source';

/** A place outside its declaration that names a parameter. */
export interface Mention {
  readonly name: string;
  /** Quotes included. */
  readonly range: TextRange;
}

type Finder = (document: SourceDocument, space: SearchSpace) => Mention[];

/** Where a file refers to parameters of a space: conditions, forbidden combinations, the command of a trial. */
export function mentions(space: SearchSpace, document: SourceDocument): Mention[] {
  const names = new Set(space.parameters.map(({ name }) => name));
  const found = finders.get(space.format)?.(document, space) ?? [];
  return found.filter(({ name }) => names.has(name));
}

const finders: ReadonlyMap<FormatId, Finder> = new Map<FormatId, Finder>([
  ['katib-experiment', katib],
  ['configspace', configSpace],
  ['pcs', ({ text }) => pcs(text)],
  ['irace', ({ text }) => irace(text)],
  ['azure-sweep', azure],
]);

/** `reference` of the trial parameters, and the resource of Hyperband. */
function katib(document: SourceDocument, { range }: SearchSpace): Mention[] {
  const root = experimentNodes(document).find(
    node => node.range.start <= range.start && range.end <= node.range.end,
  );
  const references = items(child(root, 'spec', 'trialTemplate', 'trialParameters')).map(item =>
    child(item, 'reference'),
  );
  const settings = items(child(root, 'spec', 'algorithm', 'algorithmSettings'));
  const resources = settings.flatMap(setting => {
    const name = child(setting, 'name');
    return name?.kind === 'scalar' && name.text === 'resource_name' ? [child(setting, 'value')] : [];
  });
  return [...references, ...resources].flatMap(scalarMention);
}

/** Conditions and forbidden clauses of ConfigSpace, however they are nested. */
function configSpace({ roots: [root] }: SourceDocument): Mention[] {
  return ['conditions', 'forbiddens'].flatMap(key => namedIn(child(root, key)));
}

const namingKeys = new Set(['child', 'parent', 'name', 'left', 'right']);

function namedIn(node: SourceNode | undefined): Mention[] {
  switch (node?.kind) {
    case 'list':
      return node.items.flatMap(namedIn);
    case 'map':
      return node.entries.flatMap(({ key, value }) =>
        namingKeys.has(key.text) && value.kind === 'scalar' ? scalarMention(value) : namedIn(value),
      );
    case 'scalar':
    case undefined:
      return [];
  }
}

/** `child | parent == a && other in {b}` and `{parent=a, other=b}`, without comments. */
function pcs(text: string): Mention[] {
  return lines(text).flatMap(({ start, line }) => {
    const forbidden = /^\s*\{/.test(line);
    const condition = /^[^|{[]+\|/.test(line);
    const pattern = forbidden
      ? /(?<=[{,&]\s*)[^\s{}=<>!,&]+(?=\s*(?:[=<>!]|in\b))/g
      : condition
        ? /(?<=^\s*|\|\s*|&&\s*)[^\s{}=<>!,&|]+/g
        : undefined;
    return pattern === undefined ? [] : wordsOf(line, start, pattern);
  });
}

/** R expressions: the condition after `|`, and the lines of the forbidden section. */
function irace(text: string): Mention[] {
  let isForbidden = false;
  return lines(text.replace(/"[^"\n]*"|'[^'\n]*'/g, quoted => ' '.repeat(quoted.length))).flatMap(
    ({ start, line }) => {
      const section = /^\s*\[(\w+)\]/.exec(line)?.[1];
      if (section !== undefined) isForbidden = section === 'forbidden';
      if (section !== undefined) return [];
      const from = isForbidden ? 0 : line.indexOf('|') + 1;
      if (from === 0 && !isForbidden) return [];
      return wordsOf(line.slice(from), start + from, /[A-Za-z.][\w.]*/g);
    },
  );
}

/** `${{search_space.name}}` in the command of the job that has the space. */
function azure({ roots, text }: SourceDocument, { range: { start } }: SearchSpace): Mention[] {
  const command = roots.map(root => child(jobOf(root, start), 'trial', 'command')).find(node => node);
  if (command === undefined) return [];
  const written = text.slice(command.range.start, command.range.end);
  return wordsOf(written, command.range.start, /(?<=\$\{\{\s*search_space\.)[^\s{}]+(?=\s*\}\})/g);
}

/** The mapping one of whose keys starts at an offset. */
function jobOf(node: SourceNode, start: number): SourceNode | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'map' && node.entries.some(({ key }) => key.range.start === start)) return node;
  const inner = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  for (const candidate of inner) {
    const found = jobOf(candidate, start);
    if (found) return found;
  }
  return undefined;
}

function wordsOf(text: string, offset: number, pattern: RegExp): Mention[] {
  return [...text.matchAll(pattern)].map(({ index, 0: name }) => ({
    name,
    range: { start: offset + index, end: offset + index + name.length },
  }));
}

function lines(text: string): { readonly start: number; readonly line: string }[] {
  return [...text.matchAll(/[^\r\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    line: line.replace(/#.*/, ''),
  }));
}

function items(node: SourceNode | undefined): readonly SourceNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function scalarMention(node: SourceNode | undefined): Mention[] {
  return node?.kind === 'scalar' && isWritten(node) ? [{ name: node.text, range: node.range }] : [];
}

function isWritten({ range }: ScalarNode): boolean {
  return range.start < range.end;
}
