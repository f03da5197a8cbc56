import { parseYaml } from '../text/parseYaml';
import { marker, type Probe } from './probe';

/** Replaces the word at the caret so that the line is a whole entry, item or value. */
export function yamlProbe(text: string, offset: number): Probe | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const start = offset - (/[\w$][\w.$-]*$/.exec(text.slice(lineStart, offset))?.[0].length ?? 0);
  const wordEnd = offset + (/^[\w.$-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const before = text.slice(lineStart, start);
  if (before.includes('\t')) return undefined;
  const quote = openQuote(before);
  const end = quote !== '' && text.charAt(wordEnd) === quote ? wordEnd + 1 : wordEnd;
  const keyed = /^ *:(?:\s|$)/.test(text.slice(end, end + 100));
  const above = quote === '' ? before : before.slice(0, -1);
  const isEntry = /^ *(?:- +)*$/.test(above);
  const word = isEntry && !keyed ? `${marker}: ` : marker;
  const margin = /^ */.exec(above)?.[0].length ?? 0;
  const probed = finished(text.slice(0, lineStart), margin) + above + word + text.slice(end);
  return {
    document: parseYaml(probed),
    written: {
      range: { start, end: keyed ? wordEnd : end },
      quote,
      keyed,
      inset: isEntry ? above.length - margin : 0,
    },
  };
}

/** The quote that was opened just before the word. */
function openQuote(before: string): Probe['written']['quote'] {
  const last = before.slice(-1);
  return (last === '"' || last === "'") && /(?:^|[\s,[{:])$/.test(before.slice(0, -1)) ? last : '';
}

/** A key just above that has no colon yet would be read as the beginning of this line. */
function finished(above: string, margin: number): string {
  const unfinished = new RegExp(`(^|\\n) {${margin}}[\\w.-]+ *\\r?\\n$`);
  return unfinished.test(above) ? above.replace(/ *\r?\n$/, ':\n') : above;
}
