import * as l10n from '@vscode/l10n';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { version } from '../../../package.json';
import { DemoError, type Demo } from '../../core/demos/demo';
import { drive } from '../../core/demos/drive';
import { demos } from '../../core/demos/index';
import type { Report } from '../../core/report/report';
import { chosenOptions } from '../demoOptions';
import { parseOptions, wholeNumber } from '../options';
import { printJson, tell } from '../output';
import { labelOf, readSpace } from '../readSpace';
import { UsageError } from '../usageError';
import { writeHtml } from '../writeFile';

const sample = join(__dirname, '..', 'media', 'samples', 'wandb', 'sweep.yaml');

/** Runs one demonstration on a file or the bundled sample and prints its report, or writes it as one HTML file. */
export async function demo(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    seed: { type: 'string', default: '1' },
    set: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    html: { type: 'string' },
    space: { type: 'string' },
  });
  const [name, file = sample, ...surplus] = positionals;
  if (surplus.length > 0) {
    throw new UsageError(l10n.t('demo takes one file, not {0}.', String(1 + surplus.length)));
  }
  const chosen = demoNamed(name);
  if (values.json === (values.html !== undefined)) {
    throw new UsageError(l10n.t('Say either --json or --html OUT.'));
  }
  const seed = wholeNumber('--seed', values.seed, 0);
  const report = await run(chosen, readSpace(file, values.space), values.set, seed);
  if (values.html === undefined) printJson(report);
  else {
    writeHtml(values.html, report);
    tell(report.answer);
  }
  return 0;
}

async function run(
  chosen: Demo,
  { file, space, document }: ReturnType<typeof readSpace>,
  settings: readonly string[],
  seed: number,
): Promise<Report> {
  const options = chosenOptions(chosen.controls(space), settings);
  const source = { file: basename(file), format: labelOf(space.format), toolVersion: version };
  try {
    const report = await drive(chosen.run({ space, options, seed, document, source }), {
      now: () => performance.now(),
      pause: () => setImmediate(),
      sliceMilliseconds: 50,
    });
    if (!report) throw new Error('The demonstration ended without a report.');
    return report;
  } catch (error) {
    if (error instanceof DemoError) throw new UsageError(error.message);
    throw error;
  }
}

function demoNamed(name: string | undefined): Demo {
  const found = demos.find(({ id }) => id === name);
  if (found) return found;
  const known = demos.map(({ id }) => id).join(', ');
  throw new UsageError(
    name === undefined
      ? l10n.t('Name a demonstration: {0}.', known)
      : l10n.t('There is no demonstration "{0}"; there are {1}.', name, known),
  );
}
