import type { SourceDocument } from '../../text/source';
import { lines, wordsOf, type Mention } from './mention';

/** R expressions: the condition after `|`, and the lines of the forbidden section. */
export function iraceMentions({ text }: SourceDocument): Mention[] {
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
