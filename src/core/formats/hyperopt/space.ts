import * as l10n from '@vscode/l10n';
import { entriesOf } from '../../python/entries';
import type { Environment, Thunk } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import type { CallExpression, Expression } from '../../python/syntax';
import { allOf } from '../../python/tests';
import type { Condition } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import type { TextRange } from '../../text/range';
import { repeatedName } from '../rules';
import { Call } from '../python/call';
import { nameOf } from '../python/names';
import { ParameterList } from '../python/parameterList';
import { replacement, type Reading } from '../python/reading';
import { partsOf, signatureOf } from './expressions';
import { readDeclaration } from './parameter';
import { labelMismatch } from './rules';

/** A place in a stochastic expression. */
interface Place {
  readonly condition: Condition | undefined;
  /** The key it stands under in the dictionary around it. */
  readonly key: string | undefined;
  /** Inside `scope.int(…)`. */
  readonly isWhole: boolean;
}

/** Collects the parameters of a stochastic expression, those inside alternatives with their conditions. */
export class SpaceReader {
  readonly list = new ParameterList();
  readonly #nodes = new Map<string, { call: CallExpression; range: TextRange }>();
  /** The declarations whose alternatives are being read, the innermost last. */
  readonly #declaring: Pick<Call, 'expression' | 'environment'>[] = [];

  constructor(private readonly reading: Reading) {}

  read(thunk: Thunk, place: Place = { condition: undefined, key: undefined, isWhole: false }): void {
    const resolved = resolve(thunk);
    const { expression, environment } = resolved;
    const signature = expression.kind === 'call' ? signatureOf(expression, environment) : undefined;
    // While it is half-written a name may stand for what it is itself part of.
    const isOpen = this.#declaring.some(at => at.expression === expression && at.environment === environment);
    if (isOpen) return;
    environment.descend(() => {
      if (expression.kind === 'call' && signature) {
        return this.#declaration(new Call(this.reading, expression, environment, signature), place);
      }
      const entries = entriesOf(thunk);
      if (entries) return entries.forEach(({ name, value }) => this.read(value, { ...place, key: name }));
      const isWhole = isInteger(expression, environment);
      // Of a sum the key names the result, not what is added.
      const key = expression.kind === 'call' ? place.key : undefined;
      for (const part of partsOf(resolved)) this.read(part, { ...place, key, isWhole });
    });
  }

  #declaration(call: Call, { condition, key, isWhole }: Place): void {
    const at = call.thunk('label');
    if (!at) return call.checkArguments();
    const label = nameOf(at, this.reading);
    const range = call.range('label') ?? call.expression.range;
    this.#checkLabel(call, label, key, range);
    const { parameter, options } = readDeclaration(this.reading, call, label, condition, isWhole);
    this.list.add(parameter);
    this.#declaring.push(call);
    for (const { thunk, value, isNested } of options) {
      if (!isNested) continue;
      const chosen: Condition = { kind: 'in', parent: label, values: [value] };
      this.read(thunk, { condition: allOf([condition, chosen]), key: undefined, isWhole: false });
    }
    this.#declaring.pop();
  }

  #checkLabel({ expression }: Call, label: string, key: string | undefined, range: TextRange): void {
    const earlier = this.#nodes.get(label);
    if (earlier && earlier.call !== expression && !label.includes('{')) {
      const message = l10n.t(
        '`{0}` labels another parameter already, and Hyperopt refuses a label that is used twice.',
        label,
      );
      const related = [{ message: l10n.t('First used here'), range: earlier.range }];
      return void this.reading.report(repeatedName, range, message, { parameter: label, related });
    }
    this.#nodes.set(label, { call: expression, range });
    if (key === undefined || key === '' || related(key, label)) return;
    const isSlip = nearestWord(label, [key]) !== undefined;
    const message = l10n.t(
      'The results will call `{0}` by its label, `{1}`; label it `{0}` so that both agree.',
      key,
      label,
    );
    this.reading.report(labelMismatch, range, message, {
      parameter: label,
      severity: isSlip ? 'warning' : 'information',
      fixes: [replacement(l10n.t('Label it {0}', key), range, JSON.stringify(key), isSlip)],
    });
  }
}

/** A label often says more than its key, `svm_C` for `C`. */
function related(key: string, label: string): boolean {
  const [a, b] = [key.toLowerCase(), label.toLowerCase()];
  return a.includes(b) || b.includes(a) || a.replaceAll('_', '') === b.replaceAll('_', '');
}

function isInteger(expression: Expression, environment: Environment): boolean {
  if (expression.kind !== 'call') return false;
  return /(?:^|\bscope\.)int$/.test(qualifiedName(expression.callee, environment) ?? '');
}
