import type { SourceDocument } from '../../text/source';
import { lines, wordsOf, type Mention } from './mention';

/** `child | parent == a && other in {b}` and `{parent=a, other=b}`, without comments. */
export function pcsMentions({ text }: SourceDocument): Mention[] {
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
