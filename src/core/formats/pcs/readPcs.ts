import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Rule } from '../../finding';
import { parentsOf } from '../../space/conditions';
import type { Condition, Parameter, SearchSpace } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { forbiddenDefaultOf } from '../configspace/defaultConfiguration';
import { legalValue } from '../configspace/legalValue';
import { badCondition, badForbidden, forbiddenDefault, unknownHyperparameter } from '../configspace/rules';
import { missingField, repeatedName } from '../rules';
import { readCondition, valueOf } from './conditionLine';
import { readDeclaration, type Declaration, type Syntax } from './declaration';
import { readForbidden } from './forbiddenLine';
import type { Line } from './lines';
import { ignoredText, numericValue, pcsSyntax } from './rules';
import { PcsError, type Token } from './scanner';

/** Reads the lines of a file in the order in which ConfigSpace does: declarations, forbidden clauses, conditions. */
export function readPcs(lines: readonly Line[]): SearchSpace {
  const reader = new PcsReader();
  const declarations = reader.declarations(lines);
  const forbidden = lines.filter(({ kind }) => kind === 'forbidden').flatMap(line => reader.forbidden(line));
  for (const line of lines) if (line.kind === 'condition') reader.condition(line);
  reader.skipped(lines);
  const first = declarations[0]?.parameter.tokens.name ?? { start: 0, end: 0 };
  if (declarations.length === 0) {
    reader.report(missingField, first, l10n.t('No line here declares a parameter.'));
  }
  const space: SearchSpace = {
    format: 'pcs',
    dialect: 'json',
    parameters: reader.parameters(),
    forbidden: forbidden.map(({ clause }) => clause),
    budget: {},
    range: first,
    findings: reader.findings,
  };
  const index = forbiddenDefaultOf(space);
  const place = index === undefined ? undefined : forbidden[index]?.range;
  if (place) {
    const message = l10n.t(
      'This forbids the defaults themselves, and ConfigSpace refuses the space; change a default or the clause.',
    );
    reader.report(forbiddenDefault, place, message);
  }
  return space;
}

/** The conditions of one parameter, all of which must hold. */
interface Conditions {
  readonly of: Condition[];
  readonly parents: Set<string>;
  /** Where the first of them names its parent. */
  readonly range: TextRange;
}

class PcsReader {
  readonly findings: Finding[] = [];
  private readonly byName = new Map<string, Parameter>();
  private readonly conditions = new Map<string, Conditions>();
  private syntax: Syntax = 'new';

  declarations(lines: readonly Line[]): Declaration[] {
    const all = lines
      .filter(({ kind }) => kind === 'declaration')
      .flatMap(line => this.tried(() => readDeclaration(line.text, line.offset)) ?? []);
    const old = all.filter(({ syntax }) => syntax === 'old').length;
    this.syntax = old * 2 > all.length ? 'old' : 'new';
    for (const { parameter, syntax, ignored } of all) {
      this.add(parameter);
      if (syntax !== this.syntax) this.wrongSyntax(parameter);
      if (ignored) this.ignored(ignored);
    }
    return all;
  }

  forbidden(line: Line): { readonly clause: Condition; readonly range: TextRange }[] {
    const read = this.tried(() => readForbidden(line.text, line.offset, this.byName));
    if (read === undefined) return [];
    const parameters = read.names.map(name => this.known(name));
    const right = parameters.every((parameter, i) => {
      const value = read.values[i];
      if (parameter === undefined || value === undefined) return false;
      if (legalValue(parameter, valueOf(value, parameter))) return true;
      const message = l10n.t(
        '`{0}` is never {1}, so ConfigSpace refuses to forbid it.',
        parameter.name,
        value.text,
      );
      return this.report(badForbidden, value.range, message, parameter.name) ?? false;
    });
    const range = {
      start: read.names[0]?.range.start ?? line.offset,
      end: read.values.at(-1)?.range.end ?? line.offset,
    };
    if (right && this.syntax === 'old' && parameters.some(isNumeric)) this.numeric(range);
    return right ? [{ clause: read.clause, range }] : [];
  }

  condition(line: Line): void {
    const read = this.tried(() => readCondition(line.text, line.offset, this.syntax, this.byName));
    const child = read && this.known(read.child);
    const range = read?.parents[0]?.range;
    if (read === undefined || child === undefined || range === undefined) return;
    const { condition, numeric } = read;
    const before = this.conditions.get(child.name);
    const parents = parentsOf(condition);
    const shared = parents.find(parent => before?.parents.has(parent));
    if (shared !== undefined) {
      const message = l10n.t(
        '`{0}` has a condition on `{1}` already, and ConfigSpace refuses a second; join them in one line.',
        child.name,
        shared,
      );
      this.report(badCondition, range, message, child.name);
    } else if (numeric && this.syntax === 'old') {
      this.numeric(range, child.name);
    }
    const all = before ?? { of: [], parents: new Set(), range };
    all.of.push(condition);
    for (const parent of parents) all.parents.add(parent);
    this.conditions.set(child.name, all);
  }

  /** Headings such as `Conditionals:` are what the writers of these files put there. */
  skipped(lines: readonly Line[]): void {
    for (const { kind, text, offset } of lines) {
      const written = text.trim();
      if (kind !== 'other' || /^[\w ]+:$/.test(written)) continue;
      const start = offset + text.indexOf(written);
      this.ignored({ text: written, range: { start, end: start + written.length } });
    }
  }

  parameters(): Parameter[] {
    return [...this.byName.values()].map(parameter => {
      const found = this.conditions.get(parameter.name);
      const [first, ...more] = found?.of ?? [];
      if (found === undefined || first === undefined) return parameter;
      return {
        ...parameter,
        condition: more.length === 0 ? first : { kind: 'all', of: found.of },
        tokens: { ...parameter.tokens, condition: found.range },
      };
    });
  }

  report(rule: Rule, range: TextRange, message: string, parameter?: string): undefined {
    this.findings.push(finding(rule, range, message, { parameter }));
  }

  private add(parameter: Parameter): void {
    const { name, tokens } = parameter;
    const first = this.byName.get(name);
    if (first === undefined) this.byName.set(name, parameter);
    else {
      const related = [{ message: l10n.t('First declared here'), range: first.tokens.name }];
      const message = l10n.t('`{0}` is declared already, and ConfigSpace takes a name once.', name);
      this.findings.push(finding(repeatedName, tokens.name, message, { parameter: name, related }));
    }
  }

  private wrongSyntax({ name, tokens }: Parameter): void {
    const message =
      this.syntax === 'new'
        ? l10n.t(
            '`{0}` is declared in the old syntax, and the others in the new one; write its type after its name.',
            name,
          )
        : l10n.t(
            '`{0}` is declared in the new syntax, and the others in the old one; leave out its type.',
            name,
          );
    this.report(pcsSyntax, tokens.notation ?? tokens.name, message, name);
  }

  private ignored({ text, range }: Token): void {
    this.report(
      ignoredText,
      range,
      l10n.t('ConfigSpace skips `{0}` without a word; remove it, or start it with `#`.', text),
    );
  }

  private numeric(range: TextRange, parameter?: string): void {
    const message = l10n.t(
      'ConfigSpace takes the values here for text in the old syntax, and refuses them for a number; use the new syntax.',
    );
    this.report(numericValue, range, message, parameter);
  }

  private known({ text, range }: Token): Parameter | undefined {
    const found = this.byName.get(text);
    return (
      found ?? this.report(unknownHyperparameter, range, l10n.t('No hyperparameter is called `{0}`.', text))
    );
  }

  private tried<Read>(read: () => Read): Read | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PcsError)) throw error;
      return this.report(pcsSyntax, error.range, error.message);
    }
  }
}

function isNumeric(parameter: Parameter | undefined): boolean {
  return parameter?.declared.type === 'float' || parameter?.declared.type === 'integer';
}
