import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Fix } from '../finding';
import type { DeclaredChoice } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import type { TextRange } from '../text/range';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';
import { toolName } from './tool';

/** Numbers given as alternatives to a search that would learn from their order. */
export const numericChoices: Check = {
  code: 'numeric-choices',
  severity: 'information',
  get title() {
    return l10n.t('Numbers as categories');
  },
  notApplicable: ignoresOrder,
  run: (space, text) => {
    if (ignoresOrder(space) !== undefined) return [];
    return space.parameters.flatMap(parameter => {
      const numbers = numericList(parameter);
      if (numbers === undefined) return [];
      const isSorted = inOrder(numbers);
      // W&B's Gaussian process takes the place in the list for a coordinate: a sorted list keeps its order.
      if (isWandb(space)) return isSorted ? [] : [unsorted(space, parameter, text)];
      return isSorted ? [hidden(space, parameter, numbers)] : [unsorted(space, parameter, text)];
    });
  },
};

/** NNI's Gaussian processes take a number in a list for a coordinate (`gp_tuner/target_space.py`), in any order. */
const coordinates = /^(?:GP|Metis|DNGO)(?:Tuner)?$/i;

/** The families that model the objective over the space. Random search and grids see no order anyway. */
function ignoresOrder({ method, parameters }: SearchSpace): string | undefined {
  const models = method?.family === 'bayesian' || method?.family === 'parzen';
  if (!models || coordinates.test(method.name)) {
    return l10n.t('The order of a list makes no difference to the method.');
  }
  return parameters.some(parameter => numericList(parameter) !== undefined)
    ? undefined
    : l10n.t('No parameter has a list of three or more numbers.');
}

function numericList({ declared, domain }: Parameter): number[] | undefined {
  if (domain?.kind !== 'categorical' || declared.choices === undefined) return undefined;
  const numbers = declared.choices.flatMap(({ value }) =>
    typeof value === 'number' && Number.isFinite(value) ? value : [],
  );
  return numbers.length >= 3 && numbers.length === declared.choices.length ? numbers : undefined;
}

function inOrder(numbers: readonly number[]): boolean {
  const pairs = numbers.slice(1).map((number, i) => number - (numbers[i] ?? number));
  return pairs.every(difference => difference >= 0) || pairs.every(difference => difference <= 0);
}

function hidden(space: SearchSpace, { name, tokens }: Parameter, numbers: readonly number[]): Finding {
  const message = l10n.t(
    '`{0}` lists {1} numbers as categories, and {2} learns nothing from one about its neighbours; {3}.',
    name,
    formatNumber(numbers.length),
    space.method?.name ?? toolName(space.format),
    insteadOf([...numbers].sort((a, b) => a - b)),
  );
  return finding(numericChoices, tokens.choices ?? tokens.name, message, { parameter: name });
}

/** A progression as the range that holds it. */
function insteadOf(sorted: readonly number[]): string {
  const [first = 0, second = 0] = sorted;
  const last = sorted.at(-1) ?? second;
  const rest = sorted.slice(1);
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= 0.01 * Math.abs(b);
  if (first > 0 && rest.every((x, i) => close(x / (sorted[i] ?? x), second / first))) {
    return l10n.t('use a log scale from {0} to {1}', formatNumber(first), formatNumber(last));
  }
  if (rest.every((x, i) => close(x - (sorted[i] ?? x), second - first))) {
    return l10n.t(
      'use a range from {0} to {1} in steps of {2}',
      formatNumber(first),
      formatNumber(last),
      formatNumber(Number((second - first).toPrecision(6))),
    );
  }
  return l10n.t('use a range');
}

function unsorted(space: SearchSpace, parameter: Parameter, text: string): Finding {
  const { name, tokens, declared } = parameter;
  const message = isWandb(space)
    ? l10n.t(
        '`{0}` lists numbers out of order, and W&B’s bayes search takes neighbours in the list for neighbours in value; sort them.',
        name,
      )
    : l10n.t('`{0}` lists numbers as categories and out of order; sort them, or use a range.', name);
  return finding(numericChoices, tokens.choices ?? tokens.name, message, {
    parameter: name,
    severity: 'warning',
    fixes: tokens.choices === undefined ? [] : sorting(declared.choices ?? [], tokens.choices, text),
  });
}

/** Each number keeps its spelling and moves to its place in the order. */
function sorting(choices: readonly DeclaredChoice[], list: TextRange, text: string): Fix[] {
  if (choices.some(({ weight }) => weight !== undefined)) return [];
  const inList = ({ range }: DeclaredChoice): boolean => range.start >= list.start && range.end <= list.end;
  if (!choices.every(inList)) return [];
  const sorted = [...choices].sort((a, b) => Number(a.value) - Number(b.value));
  const edits = choices.map(({ range }, i) => {
    const from = sorted[i]?.range ?? range;
    return { range, newText: text.slice(from.start, from.end) };
  });
  // A comment beside a number would lose it.
  const safe = !text.slice(list.start, list.end).includes('\n');
  return [{ title: l10n.t('Sort the numbers'), edits, safe }];
}

function isWandb({ format }: SearchSpace): boolean {
  return format === 'wandb-sweep' || format === 'wandb-python';
}
