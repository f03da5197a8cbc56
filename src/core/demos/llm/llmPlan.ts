import * as l10n from '@vscode/l10n';
import { devices, hours, operationsPerToken, type Device } from '../../llm/compute';
import { languageModels, nearestModel } from '../../llm/languageModel';
import { memoryOf, totalMemory, type Memory } from '../../llm/memory';
import { runOf, type LlmRun, type LlmSetup, type Tuning } from '../../llm/run';
import { llmSettings, type LlmSettings } from '../../llm/settings';
import { surfaceLoss } from '../../llm/surface';
import type { OptionValue } from '../../report/report';
import { levelCount } from '../../space/distribution';
import type { Configuration, SearchSpace } from '../../space/searchSpace';
import type { Control } from '../demo';
import { usualSpace } from './llmUsualSpace';

/** What is searched, on what, and for how long. */
export interface LlmPlan {
  /** The open space, or the usual one where it has nothing that varies and is known. */
  readonly space: SearchSpace;
  readonly isUsual: boolean;
  readonly settings: LlmSettings;
  readonly setup: LlmSetup;
  readonly device: Device;
  /** Share of the device's peak that training reaches. */
  readonly utilisation: number;
  readonly checkpointing: boolean;
  /** Hours on one device for the whole search. */
  readonly budget: number;
}

/** What a configuration costs and comes to. */
export interface LlmTrial {
  readonly configuration: Configuration;
  readonly run: LlmRun;
  readonly operations: number;
  readonly hours: number;
  readonly memory: Memory;
  readonly bytes: number;
  readonly fits: boolean;
  /** After full training, without noise; NaN where it diverges or does not fit. */
  readonly loss: number;
}

const defaultModel = 'Llama 3.1 8B';
const defaultDevice = 'A100';
const defaultTrials = 30;
const million = 1e6;
const limits = { tokens: [0.1, 2000], budget: [1, 5000], utilisation: [5, 70] } as const;

export function llmControls(space: SearchSpace): Control[] {
  const { settings } = searched(space);
  const model = (nearestModel(settings.model) ?? languageModels.find(({ name }) => name === defaultModel))
    ?.name;
  const tunings: { value: Tuning; label: string }[] = [
    { value: 'lora', label: l10n.t('LoRA, model in 16 bits') },
    { value: 'qlora', label: l10n.t('QLoRA, model in 4 bits') },
    { value: 'full', label: l10n.t('All weights') },
  ];
  const named = (name: string): { value: string; label: string } => ({ value: name, label: name });
  const controls: Control[] = [
    {
      kind: 'choice',
      id: 'model',
      label: l10n.t('Model'),
      choices: languageModels.map(({ name }) => named(name)),
      value: model ?? defaultModel,
    },
    {
      kind: 'choice',
      id: 'tuning',
      label: l10n.t('Trained weights'),
      choices: tunings,
      value: usualTuning(space, settings),
    },
    number('tokens', l10n.t('Training tokens in millions'), limits.tokens, 0.1, 5),
    {
      kind: 'choice',
      id: 'device',
      label: l10n.t('GPU'),
      choices: devices.map(({ name, gibibytes }) => ({
        value: name,
        label: l10n.t('{0}, {1} GiB', name, String(gibibytes)),
      })),
      value: defaultDevice,
    },
    { kind: 'flag', id: 'checkpointing', label: l10n.t('Gradient checkpointing'), value: true },
    number('utilisation', l10n.t('Share of peak speed in %'), limits.utilisation, 5, 35),
  ];
  const options = Object.fromEntries(controls.map(({ id, value }) => [id, value]));
  const typical = llmTrial(llmPlan(space, { ...options, budget: 1 }), new Map());
  const budget = Math.ceil((space.budget.trials?.value ?? defaultTrials) * typical.hours);
  const [least, most] = limits.budget;
  return [
    ...controls,
    number(
      'budget',
      l10n.t('Budget in GPU hours'),
      limits.budget,
      1,
      Math.min(most, Math.max(least, budget)),
    ),
  ];
}

function number(
  id: string,
  label: string,
  [min, max]: readonly [number, number],
  step: number,
  value: number,
): Control {
  return { kind: 'number', id, label, min, max, step, value };
}

export function llmPlan(space: SearchSpace, options: Readonly<Record<string, OptionValue>>): LlmPlan {
  const model = languageModels.find(({ name }) => name === options['model']) ?? languageModels[0];
  const device = devices.find(({ name }) => name === options['device']) ?? devices[0];
  if (model === undefined || device === undefined) throw new Error('There is a model and a device.');
  return {
    ...searched(space),
    setup: { model, tuning: options['tuning'] as Tuning, tokens: million * Number(options['tokens']) },
    device,
    utilisation: Number(options['utilisation']) / 100,
    checkpointing: options['checkpointing'] === true,
    budget: Number(options['budget']),
  };
}

export function llmTrial(plan: LlmPlan, configuration: Configuration): LlmTrial {
  const { settings, setup, device, utilisation, checkpointing } = plan;
  const run = runOf(settings, setup, configuration);
  const operations = run.tokens * operationsPerToken(setup.model, run, setup.tuning, checkpointing);
  const memory = memoryOf(run, setup, checkpointing);
  const bytes = totalMemory(memory);
  const fits = bytes <= device.gibibytes * 2 ** 30;
  return {
    configuration,
    run,
    operations,
    hours: hours(operations, device, utilisation),
    memory,
    bytes,
    fits,
    loss: fits ? surfaceLoss(run, setup) : NaN,
  };
}

/** The parameters of the plan that vary and are known. */
export function knownParameters({ settings }: Pick<LlmPlan, 'settings'>): LlmSettings['parameters'] {
  return new Map([...settings.parameters].filter(([, { domain }]) => levelCount(domain) > 1));
}

function searched(space: SearchSpace): Pick<LlmPlan, 'space' | 'isUsual' | 'settings'> {
  const settings = llmSettings(space);
  if (knownParameters({ settings }).size > 0) return { space, isUsual: false, settings };
  const replaced = { ...usualSpace(), budget: space.budget };
  return {
    space: replaced,
    isUsual: true,
    settings: { ...llmSettings(replaced), model: settings.model },
  };
}

function usualTuning(space: SearchSpace, { adapter, certainty }: LlmSettings): Tuning {
  const inFourBits = space.parameters.some(
    ({ name, domain }) =>
      /qlora|4bit/i.test(name) || (domain?.kind === 'constant' && /^qlora$/i.test(String(domain.value))),
  );
  if (inFourBits) return 'qlora';
  return adapter || certainty === 'unclear' ? 'lora' : 'full';
}
