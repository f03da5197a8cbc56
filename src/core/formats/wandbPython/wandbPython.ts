import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import { entriesOf } from '../../python/entries';
import type { Environment, Thunk } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import { step } from '../../python/resolve';
import type { CallExpression } from '../../python/syntax';
import type { SearchSpace } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import type { Format } from '../format';
import { dynamicParameter } from '../python/rules';
import { named } from '../python/spaces';
import { wandbSweep } from '../wandb/wandbSweep';
import { sweepTree, type DynamicPart } from './sweepNode';

/** Sweeps handed to `wandb.sweep` as a dictionary: the same keys as in a file, with Python's own numbers. */
export const wandbPython: Format = {
  id: 'wandb-python',
  get label() {
    return l10n.t('W&B sweep in Python');
  },
  recognise: ({ text, python }) =>
    /\bsweep\b/.test(text) &&
    python?.routines.some(({ calls, environment }) => calls.some(call => isSweep(call, environment)))
      ? 1
      : 0,
  read({ text, python }) {
    const sweeps = (python?.routines ?? []).flatMap(({ calls, environment }) =>
      calls.flatMap(call => {
        const sweep = isSweep(call, environment);
        return sweep ? [sweep] : [];
      }),
    );
    const spaces = sweeps.map(sweep => readSweep(sweep, text));
    return named(spaces, 'wandb-python');
  },
};

/** The dictionary a call of `wandb.sweep` is given. */
function isSweep(call: CallExpression, environment: Environment): Thunk | undefined {
  if (qualifiedName(call.callee, environment) !== 'wandb.sweep') return undefined;
  const argument = call.arguments.find(({ name }, i) => (name ? name.text === 'sweep' : i === 0));
  const thunk = argument && { expression: argument.value, environment };
  return thunk && entriesOf(thunk) ? thunk : undefined;
}

function readSweep(sweep: Thunk, text: string): SearchSpace {
  const { root, dynamic } = sweepTree(sweep, text);
  const document = { text, language: 'python', roots: [root], problems: [] } as const;
  const [space] = wandbSweep.read(document);
  const isDynamic = (range: TextRange): boolean => dynamic.some(({ around }) => overlap(around, range));
  const parameters = (space?.parameters ?? []).map(parameter =>
    isDynamic(parameter.tokens.declaration) ? { ...parameter, domain: undefined } : parameter,
  );
  return {
    ...(space ?? { forbidden: [], budget: {}, range: root.range }),
    format: 'wandb-python',
    dialect: 'python',
    name: nameOf(sweep),
    parameters,
    findings: [
      ...(space?.findings ?? []).filter(({ range }) => !isDynamic(range)),
      ...dynamic.map(part => dynamicFinding(part, text)),
    ],
  };
}

function nameOf(thunk: Thunk): string | undefined {
  const { expression } = thunk;
  if (expression.kind !== 'name') return undefined;
  const next = step(thunk);
  return next?.expression.kind === 'name' ? nameOf(next) : expression.name;
}

function dynamicFinding({ range }: DynamicPart, text: string): Finding {
  const message = l10n.t(
    '`{0}` is known only when the program runs, so nothing can be said of what depends on it.',
    text.slice(range.start, range.end),
  );
  return finding(dynamicParameter, range, message);
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
