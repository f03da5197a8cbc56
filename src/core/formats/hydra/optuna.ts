import * as l10n from '@vscode/l10n';
import type { Method, Objective, Parameter } from '../../space/searchSpace';
import { entry, type MapEntry } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import type { Drawer } from './drawn';
import { readParams } from './params';
import { dynamicSpace, storedPassword } from './rules';
import { readSampler } from './sampler';
import { readOldSpace } from './searchSpaceEntries';
import type { Setup } from './setup';
import type { Sweeper } from './sweeper';

/** `hydra.sweeper` of hydra-optuna-sweeper. */
export function readOptuna(reader: FieldReader, sweeper: Sweeper): Setup {
  const method = readSampler(reader, sweeper);
  const by: Drawer = { engine: 'optuna', grid: method.family === 'grid' };
  checkStorage(reader, sweeper);
  const [params, old] = [sweeper.at('params'), sweeper.at('search_space')];
  return {
    parameters: readParameters(reader, sweeper, by, method),
    objective: readObjective(reader, sweeper),
    method,
    budget: {
      trials: counted(reader, sweeper, 'n_trials'),
      parallelTrials: counted(reader, sweeper, 'n_jobs'),
    },
    range: (params ?? old)?.key ?? sweeper.engineRange,
  };
}

/** Where both are given, `params` counts. */
function readParameters(reader: FieldReader, sweeper: Sweeper, by: Drawer, method: Method): Parameter[] {
  const params = sweeper.at('params');
  const custom = sweeper.at('custom_search_space');
  if (custom?.value.kind === 'scalar' && reader.value(custom.value) !== null) {
    const message = l10n.t(
      '`{0}` adds parameters while it runs; only those written here are known.',
      custom.value.text,
    );
    reader.report(dynamicSpace, custom.value.range, message);
  }
  const old = readOldSpace(reader, sweeper, by, method);
  if (params?.value.kind !== 'map') return old;
  return readParams(reader, params.value, by);
}

const goals = ['minimize', 'maximize'] as const;

/** The value that the program returns has no name; the templates name it in `optimized_metric`. */
function readObjective(reader: FieldReader, sweeper: Sweeper): Objective | undefined {
  const direction = field(sweeper, 'direction');
  const goal = direction?.value.kind === 'scalar' ? reader.oneOf(direction, goals) : undefined;
  if (direction?.value.kind === 'list') {
    for (const item of direction.value.items) reader.oneOf({ ...direction, value: item }, goals);
    return undefined;
  }
  const metric = entry(reader.document.roots[0], 'optimized_metric')?.value;
  if (metric?.kind !== 'scalar' || (direction && goal === undefined)) return undefined;
  return {
    metric: metric.text,
    goal: goal ?? 'minimize',
    metricRange: metric.range,
    goalRange: goal && direction?.value.range,
  };
}

function counted(reader: FieldReader, sweeper: Sweeper, key: string) {
  const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;
  const at = field(sweeper, key);
  if (at?.value.kind === 'scalar' && at.value.text.includes('${')) return undefined;
  return reader.numberThat(at, isCount, l10n.t('a whole number from 1 on'));
}

function field(sweeper: Sweeper, key: string): MapEntry | undefined {
  return entry(sweeper.at()?.value, key);
}

function checkStorage(reader: FieldReader, sweeper: Sweeper): void {
  const storage = sweeper.at('storage')?.value;
  if (storage?.kind !== 'scalar') return;
  const password = /:\/\/[^/@:\s]*:([^@/\s]+)@/.exec(storage.text)?.[1];
  if (password === undefined || password.includes('${')) return;
  const message = l10n.t(
    'This address holds a password that everyone with the file can read; take it from the environment: `{0}`.',
    '${oc.env:STORAGE_PASSWORD}',
  );
  reader.report(storedPassword, storage.range, message);
}
