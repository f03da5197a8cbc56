import { numberText } from '../text/numberText';
import { Real, type Data } from './yamlText';

const lineLength = 100;

/** JSON indented by two spaces; what fits on a line stays on it. */
export function jsonText(data: Data): string {
  return `${lines(data, '')}\n`;
}

function lines(data: Data, indent: string): string {
  if (typeof data !== 'object' || data === null || data instanceof Real) return scalar(data);
  const short = oneLine(data);
  if (indent !== '' && short.length + indent.length <= lineLength && !holdsMapping(data)) return short;
  const deeper = `${indent}  `;
  const [open, close] = isList(data) ? '[]' : '{}';
  const members = isList(data)
    ? data.map(item => lines(item, deeper))
    : Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}: ${lines(value, deeper)}`);
  if (members.length === 0) return `${open ?? ''}${close ?? ''}`;
  return `${open ?? ''}\n${members.map(member => deeper + member).join(',\n')}\n${indent}${close ?? ''}`;
}

/** A mapping of mappings is easier to read on several lines however short it is. */
function holdsMapping(data: Data): boolean {
  if (typeof data !== 'object' || data === null || data instanceof Real) return false;
  return Object.values(data).some(
    (value: Data) =>
      typeof value === 'object' &&
      value !== null &&
      !(value instanceof Real) &&
      (!isList(value) || holdsMapping(value)),
  );
}

function oneLine(data: Data): string {
  if (typeof data !== 'object' || data === null || data instanceof Real) return scalar(data);
  if (isList(data)) return `[${data.map(oneLine).join(', ')}]`;
  const members = Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}: ${oneLine(value)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** JSON has no infinities: they are written as text. */
function scalar(value: Exclude<Data, readonly Data[] | { readonly [key: string]: Data }> | Real): string {
  if (value instanceof Real) {
    const text = numberText(value.value, 'json');
    return /^-?\d+$/.test(text) ? `${text}.0` : text;
  }
  if (typeof value !== 'number') return JSON.stringify(value);
  return Number.isFinite(value) ? numberText(value, 'json') : JSON.stringify(String(value));
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
