import type { PrimitiveNode } from './overrideNode';

const unsigned = String.raw`(?:0|[1-9](?:_?\d)*)`;
const point = String.raw`(?:${unsigned}\.\d(?:_?\d)*|${unsigned}\.|\.\d(?:_?\d)*)`;
const int = new RegExp(`^[-+]?${unsigned}$`);
const float = new RegExp(
  String.raw`^[-+]?(?:${point}|(?:${point}|${unsigned})e[-+]?\d(?:_?\d)*|inf|nan)$`,
  'i',
);

/** The value of an unquoted primitive, by the tokens of `OverrideLexer.g4`; `text` has no white space around it. */
export function unquoted(text: string): Pick<PrimitiveNode, 'value' | 'type'> {
  const plain = text.toLowerCase();
  if (int.test(text)) return { value: Number(text.replaceAll('_', '')), type: 'int' };
  if (float.test(text)) return { value: pythonReal(plain.replaceAll('_', '')), type: 'float' };
  if (plain === 'true' || plain === 'false') return { value: plain === 'true', type: 'bool' };
  if (plain === 'null') return { value: null, type: 'null' };
  return { value: text.replace(/\\([\\()[\]{}:=, \t])/g, '$1'), type: 'text' };
}

/** The text of a quoted value: backslashes count only before its own quote, and before the closing one. */
export function unescaped(inner: string, quote: string): string {
  const halved = (slashes: string): string => '\\'.repeat(Math.floor(slashes.length / 2));
  return inner.replace(
    quote === '"' ? /(\\+)("|$)/g : /(\\+)('|$)/g,
    (_, slashes: string, end: string) => halved(slashes) + end,
  );
}

function pythonReal(text: string): number {
  if (text.endsWith('nan')) return NaN;
  if (text.endsWith('inf')) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}
