import { roundedLog } from '../numeric/roundedLog';
import type { SearchSpace } from '../space/searchSpace';
import { promotions, promotionsByLogarithm } from './promotions';
import { statedSchedule } from './statedSchedule';

export interface PlannedRung {
  readonly configurations: number;
  readonly resource: number;
  /** Whether trials pass although nobody is compared. */
  readonly isOpen?: boolean | undefined;
}

/** The brackets that the tool of a file computes, the one that stops most first. */
export interface ToolBrackets {
  readonly tool: string;
  readonly brackets: readonly (readonly PlannedRung[])[];
}

interface Numbers {
  readonly least: number;
  readonly most: number;
  readonly eta: number;
}

interface Tool {
  readonly format: string;
  readonly scheduler: RegExp;
  readonly tool: string;
  /** How many times the resource grows in its longest bracket. */
  readonly growths: (numbers: Numbers) => number;
  readonly rung: (numbers: Numbers, growths: number, s: number, i: number) => PlannedRung;
}

const byLogarithm = ({ least, most, eta }: Numbers): number => promotionsByLogarithm(most / least, eta);
const halvedUp = (n: number, eta: number, times: number): number =>
  times === 0 ? n : halvedUp(Math.ceil(n / eta), eta, times - 1);
const begins = ({ eta }: Numbers, growths: number, s: number): number =>
  Math.ceil(((growths + 1) / (s + 1)) * eta ** s);

const tools: readonly Tool[] = [
  {
    // `hyperband/service.py`: keeps the ceiling of 1/η, cuts the first resource and every later one to whole units.
    format: 'katib-experiment',
    scheduler: /^hyperband$/,
    tool: 'Katib',
    growths: byLogarithm,
    rung: (numbers, growths, s, i) => {
      const { most, eta } = numbers;
      const n = begins(numbers, growths, s);
      return {
        configurations: i === 0 ? n : Math.ceil(Math.ceil(n * eta ** (1 - i)) / eta),
        resource: Math.floor(Math.floor(most * eta ** -s) * eta ** i),
      };
    },
  },
  {
    // `polytune/search_managers/hyperband`: cuts off the quotient of logarithms and what is kept.
    format: 'polyaxon',
    scheduler: /^hyperband$/,
    tool: 'Polyaxon',
    growths: byLogarithm,
    rung: (numbers, growths, s, i) => ({
      configurations: Math.floor(begins(numbers, growths, s) / numbers.eta ** i + 1e-9),
      resource: numbers.most * numbers.eta ** (i - s),
    }),
  },
  {
    // `hyperband_advisor.py` and `bohb_advisor.py`: guarded against rounding, whole units.
    format: 'nni-experiment',
    scheduler: /^(?:Hyperband|BOHB)$/i,
    tool: 'NNI',
    growths: ({ least, most, eta }) => promotions(most / least, eta),
    rung: ({ most, eta }, growths, s, i) => ({
      configurations: Math.floor(Math.ceil(((growths + 1) * eta ** s) / (s + 1) - 1e-6) / eta ** i + 1e-6),
      resource: Math.floor((most / eta ** s) * eta ** i + 1e-6),
    }),
  },
  {
    // `tuners/hyperband.py`: ceilings of configurations and of epochs.
    format: 'keras-tuner-python',
    scheduler: /^Hyperband$/,
    tool: 'Keras Tuner',
    growths: ({ least, most, eta }) => promotions(most / least, eta),
    rung: ({ most, eta }, _, s, i) => ({
      configurations: Math.ceil(
        (Math.ceil(1 + roundedLog(most) / roundedLog(eta)) / (s + 1)) * eta ** (s - i),
      ),
      resource: Math.ceil(most / eta ** (s - i)),
    }),
  },
  {
    // `schedulers/hyperband.py`: rounds the logarithm, and leaves out brackets that would begin below one unit.
    format: 'ray-python',
    scheduler: /^HyperBand(?:Scheduler|ForBOHB)$/,
    tool: 'Ray',
    growths: ({ most, eta }) => Math.round(roundedLog(most) / roundedLog(eta)),
    rung: (numbers, growths, s, i) => {
      const { most, eta } = numbers;
      let resource = Math.floor(most * eta ** -s);
      for (let k = 0; k < i; k++) resource = Math.floor(Math.min(resource * eta, most));
      return { configurations: halvedUp(begins(numbers, growths, s), eta, i), resource };
    },
  },
  {
    // `pruners/_hyperband.py`: counts up from the least resource; how often a bracket is drawn goes by its first rung.
    format: 'optuna-python',
    scheduler: /^HyperbandPruner$/,
    tool: 'Optuna',
    growths: byLogarithm,
    rung: (numbers, growths, s, i) => ({
      configurations: Math.floor(begins(numbers, growths, s) / numbers.eta ** i + 1e-9),
      resource: numbers.least * numbers.eta ** (growths - s + i),
    }),
  },
];

/** Undefined where the file has no schedule of brackets, or its tool's arithmetic is not known. */
export function toolBrackets(space: SearchSpace): ToolBrackets | undefined {
  const stated = statedSchedule(space);
  if (!stated) return undefined;
  const known = tools.find(
    ({ format, scheduler }) => format === space.format && scheduler.test(stated.stopping.name),
  );
  const numbers = { least: stated.minResource, most: stated.maxResource, eta: stated.reductionFactor };
  const sound = numbers.least > 0 && numbers.most >= numbers.least && numbers.eta > 1;
  if (!known || !sound || !Number.isFinite(numbers.most)) return undefined;
  const growths = known.growths(numbers);
  const brackets = Array.from({ length: growths + 1 }, (_, index) =>
    Array.from({ length: growths - index + 1 }, (_, i) => known.rung(numbers, growths, growths - index, i)),
  );
  return {
    tool: known.tool,
    brackets: brackets.filter(([first]) => first !== undefined && first.resource > 0),
  };
}
