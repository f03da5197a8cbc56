import type { TextRange } from '../../text/range';
import type { RExpression } from './rExpression';
import { tokenise, type RToken } from './rTokens';

/** R's precedence, from what binds least (`?Syntax`). `^` and the unary operators are handled apart. */
const levels: readonly (readonly string[])[] = [
  ['||', '|'],
  ['&&', '&'],
  ['!'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
  ['%'],
  [':'],
];

/** Deeper nesting is not what a person writes, and would exhaust the stack. */
const deepest = 100;

/** A stretch of source as one R expression, or as the arguments of a call; undefined where it is none. */
export function parseR(source: string, range: TextRange): RExpression | undefined {
  return new RParser(tokenise(source, range)).whole();
}

export function parseArguments(source: string, range: TextRange): readonly RExpression[] | undefined {
  return new RParser(tokenise(source, range)).list();
}

class RParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly RToken[] | undefined) {}

  whole(): RExpression | undefined {
    const expression = this.level(0);
    return this.at === this.tokens?.length ? expression : undefined;
  }

  list(): readonly RExpression[] | undefined {
    const items: RExpression[] = [];
    do {
      const item = this.level(0);
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.take(','));
    return this.at === this.tokens?.length ? items : undefined;
  }

  private level(index: number): RExpression | undefined {
    const operators = levels[index];
    if (operators === undefined) return this.unary();
    if (operators.includes('!')) return this.negation(index);
    let left = this.level(index + 1);
    for (let operator = this.takeOf(operators); left && operator; operator = this.takeOf(operators)) {
      const right = this.level(index + 1);
      if (right === undefined) return undefined;
      left = {
        kind: 'binary',
        operator,
        left,
        right,
        range: { start: left.range.start, end: right.range.end },
      };
    }
    return left;
  }

  private negation(index: number): RExpression | undefined {
    const [start] = [this.peek()?.range.start ?? 0];
    if (!this.take('!')) return this.level(index + 1);
    const of = this.nested(() => this.negation(index));
    return of && { kind: 'not', of, range: { start, end: of.range.end } };
  }

  private unary(): RExpression | undefined {
    const start = this.peek()?.range.start ?? 0;
    if (this.take('+')) return this.nested(() => this.unary());
    if (!this.take('-')) return this.power();
    const of = this.nested(() => this.unary());
    return of && { kind: 'minus', of, range: { start, end: of.range.end } };
  }

  private power(): RExpression | undefined {
    const left = this.primary();
    if (left === undefined || !this.take('^')) return left;
    const right = this.nested(() => this.unary());
    const operator = '^';
    return (
      right && {
        kind: 'binary',
        operator,
        left,
        right,
        range: { start: left.range.start, end: right.range.end },
      }
    );
  }

  private primary(): RExpression | undefined {
    const token = this.peek();
    if (token === undefined) return undefined;
    this.at++;
    const { range, text } = token;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(text.replace('L', '')), range };
      case 'text':
        return { kind: 'text', value: text, range };
      case 'name':
        return this.take('(') ? this.call(text, range) : { kind: 'name', name: text, range };
      case 'symbol': {
        if (text !== '(') return undefined;
        const inner = this.nested(() => this.level(0));
        const end = this.peek()?.range.end ?? range.end;
        return this.take(')') && inner ? { ...inner, range: { start: range.start, end } } : undefined;
      }
    }
  }

  private call(name: string, { start }: TextRange): RExpression | undefined {
    const of: RExpression[] = [];
    let end = this.peek()?.range.end ?? start;
    if (this.take(')')) return { kind: 'call', name, of, range: { start, end } };
    do {
      const argument = this.nested(() => this.level(0));
      if (argument === undefined) return undefined;
      of.push(argument);
      end = this.peek()?.range.end ?? end;
    } while (this.take(','));
    return this.take(')') ? { kind: 'call', name, of, range: { start, end } } : undefined;
  }

  private nested(read: () => RExpression | undefined): RExpression | undefined {
    if (this.depth >= deepest) return undefined;
    this.depth++;
    const found = read();
    this.depth--;
    return found;
  }

  private peek(): RToken | undefined {
    return this.tokens?.[this.at];
  }

  private take(symbol: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.at++;
    return true;
  }

  /** One of the operators; `%` stands for those in percent signs. */
  private takeOf(operators: readonly string[]): string | undefined {
    const token = this.peek();
    if (token?.kind !== 'symbol') return undefined;
    const isOne = operators.includes(token.text) || (operators.includes('%') && token.text.startsWith('%'));
    if (!isOne) return undefined;
    this.at++;
    return token.text;
  }
}
