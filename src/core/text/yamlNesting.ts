import type { CST } from 'yaml';

/**
 * The first token nested deeper than `limit` levels, if any. It walks with a stack of its own, because what comes
 * after recurses: past some depth that ends in an exhausted call stack, which not every engine survives.
 */
export function tooDeep(token: CST.Token, limit: number): CST.Token | undefined {
  const waiting: { token: CST.Token; depth: number }[] = [{ token, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token: at, depth } = next;
    if (depth > limit) return at;
    if (at.type === 'document' && at.value) waiting.push({ token: at.value, depth });
    if (!('items' in at)) continue;
    for (const { key, value } of at.items) {
      if (key) waiting.push({ token: key, depth: depth + 1 });
      if (value) waiting.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}
