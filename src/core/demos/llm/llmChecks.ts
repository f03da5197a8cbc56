import * as l10n from '@vscode/l10n';
import { llmBatchProduct } from '../../checks/llmBatchProduct';
import { llmLoraScaling } from '../../checks/llmLoraScaling';
import { llmOverridden } from '../../checks/llmOverridden';
import type { Check } from '../../checks/check';
import { tunedSeed } from '../../checks/tunedSeed';
import { percent } from '../../hover/domainText';
import { span } from '../../llm/span';
import { bestRate, seedNoise } from '../../llm/surface';
import type { CheckResult, CheckStatus } from '../../report/report';
import { cumulative, isNumeric } from '../../space/cumulative';
import { formatNumber } from '../../text/formatNumber';
import type { LlmBest } from './llmDraws';
import { knownParameters, type LlmPlan, type LlmTrial } from './llmPlan';
import { leastSteps, meanHours, medianOf, rungAgreement, type LlmRungs } from './llmRungs';
import { roleLabel } from './llmSettingsTable';

/** Repeats of the data that are worth nearly as much as new data (Muennighoff et al. 2023, §1). */
const mostEpochs = 4;
/** Of all steps. Ours. */
const mostWarmup = 0.2;
/** Trials for each parameter (Loeppky, Sacks & Welch, Technometrics 51, 2009). */
const trialsEach = 10;

export interface LlmEvidence {
  readonly plan: LlmPlan;
  readonly draws: readonly LlmTrial[];
  readonly best: LlmBest;
  readonly rungs: LlmRungs | undefined;
}

/** The plan against what is known of fine-tuning, in the order of what goes wrong first. */
export function llmChecks(evidence: LlmEvidence): CheckResult[] {
  return [
    memoryCheck(evidence),
    scaleCheck(evidence),
    reachCheck(evidence),
    asFound(evidence, llmLoraScaling, l10n.t('LoRA α is not searched beside the learning rate')),
    asFound(evidence, llmBatchProduct, l10n.t('The batch is searched in one parameter')),
    asFound(evidence, llmOverridden, l10n.t('No setting overrides a searched one')),
    asFound(evidence, tunedSeed, l10n.t('No seed is searched')),
    epochsCheck(evidence),
    capacityCheck(evidence),
    warmupCheck(evidence),
    trialsCheck(evidence),
    rungsCheck(evidence),
  ];
}

/** A check of the file, with its first finding. */
function asFound({ plan }: LlmEvidence, check: Check, name: string): CheckResult {
  const [finding] = check.run(plan.space, '');
  return finding
    ? { name, status: 'WARN', message: finding.message, parameter: finding.parameter }
    : { name, status: 'PASS', message: l10n.t('The file has no finding of this kind.') };
}

function memoryCheck({ plan, draws }: LlmEvidence): CheckResult {
  const out = draws.filter(({ fits }) => !fits).length / draws.length;
  const gibibytes = draws.map(({ bytes }) => bytes / 2 ** 30);
  const device = [formatNumber(plan.device.gibibytes), plan.device.name] as const;
  return {
    name: l10n.t('Every configuration fits into memory'),
    status: out === 0 ? 'PASS' : 'WARN',
    message:
      out === 0
        ? l10n.t(
            'The largest needs about {2} of the {0} GiB of the {1}; the estimate may be off by a fifth.',
            ...device,
            formatNumber(Math.max(...gibibytes)),
          )
        : l10n.t(
            '{3} need more than the {0} GiB of the {1}, the smallest {2}; the estimate may be off by a fifth. Search the batch on the device below what fits.',
            ...device,
            formatNumber(Math.min(...gibibytes)),
            percent(Number(out.toPrecision(2))),
          ),
    value: out,
    target: 0,
  };
}

function scaleCheck({ plan }: LlmEvidence): CheckResult {
  const name = l10n.t('The learning rate is searched by its order of magnitude');
  const parameter = knownParameters(plan).get('learningRate');
  const domain = parameter?.domain;
  if (parameter === undefined || domain === undefined) return notSearched(name);
  if (!isNumeric(domain) || domain.scale !== 'linear' || !(domain.low > 0) || domain.high / domain.low < 10) {
    return { name, status: 'PASS', message: l10n.t('It is.'), parameter: parameter.name };
  }
  const middle = Math.sqrt(domain.low * domain.high);
  return {
    name,
    status: 'WARN',
    message: l10n.t(
      'It is drawn evenly from {0} to {1}, so only {2} of trials are below {3}, half-way in orders of magnitude; draw its logarithm.',
      formatNumber(domain.low),
      formatNumber(domain.high),
      percent(Number(cumulative(domain, middle).toPrecision(2))),
      formatNumber(middle),
    ),
    parameter: parameter.name,
  };
}

function reachCheck({ plan, draws }: LlmEvidence): CheckResult {
  const name = l10n.t('The learning rates that are known to work are searched');
  const parameter = plan.settings.parameters.get('learningRate');
  const searched = parameter && span(parameter.domain);
  if (parameter === undefined || searched === undefined) return notSearched(name);
  const rates = draws.map(({ run }) => bestRate(run, plan.setup));
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const missed = searched.high < low || searched.low > high;
  const covered = searched.low <= low && searched.high >= high;
  return {
    name,
    status: missed ? 'WARN' : covered ? 'PASS' : 'INFO',
    message: l10n.t(
      'For {0} with the batches and α of this space they are {1} to {2}; the file has {3} to {4}.',
      plan.setup.model.name,
      formatNumber(low),
      formatNumber(high),
      formatNumber(searched.low),
      formatNumber(searched.high),
    ),
    parameter: parameter.name,
  };
}

function epochsCheck({ plan, draws }: LlmEvidence): CheckResult {
  const passes = Math.max(...draws.map(({ run }) => run.tokens / plan.setup.tokens));
  const few = plan.setup.tokens < 1e6 && passes > 3;
  return {
    name: l10n.t('The data is not repeated too often'),
    status: passes > mostEpochs || few ? 'WARN' : 'PASS',
    message: l10n.t(
      'The longest run sees each of {0} million tokens {1} times; beyond {2} passes repeats add little, and small data is learnt by heart.',
      formatNumber(plan.setup.tokens / 1e6),
      formatNumber(Number(passes.toPrecision(2))),
      formatNumber(mostEpochs),
    ),
    value: passes,
    target: mostEpochs,
    parameter: plan.settings.parameters.get('epochs')?.name,
  };
}

function capacityCheck({ plan, draws }: LlmEvidence): CheckResult {
  const name = l10n.t('The smallest adapter can hold the data');
  if (plan.setup.tuning === 'full') {
    return { name, status: 'NOT_APPLICABLE', message: l10n.t('All weights are trained.') };
  }
  const capacity = Math.min(...draws.map(({ run }) => 2 * run.trainable));
  return {
    name,
    status: capacity >= plan.setup.tokens ? 'PASS' : 'WARN',
    message: l10n.t(
      'Rank {0} holds about {1} million bits against {2} million tokens of about one bit each.',
      formatNumber(Math.min(...draws.map(({ run }) => run.rank))),
      formatNumber(Math.round(capacity / 1e6)),
      formatNumber(plan.setup.tokens / 1e6),
    ),
    value: capacity,
    target: plan.setup.tokens,
    parameter: plan.settings.parameters.get('rank')?.name,
  };
}

function warmupCheck({ draws }: LlmEvidence): CheckResult {
  const share = Math.max(...draws.map(({ run }) => run.warmupSteps / run.steps));
  return {
    name: l10n.t('Warm-up leaves most of the run'),
    status: share > mostWarmup ? 'WARN' : 'PASS',
    message: l10n.t(
      'It takes at most {0} of the steps; a number of steps weighs more in short runs than in long ones.',
      percent(Number(share.toPrecision(2))),
    ),
    value: share,
    target: mostWarmup,
  };
}

function trialsCheck({ plan, draws, best }: LlmEvidence): CheckResult {
  const known = knownParameters(plan);
  const trials = Math.floor(plan.budget / meanHours(draws));
  const target = trialsEach * known.size;
  const minor = [...best.stakes]
    .filter(([, { loss, fails }]) => !fails && loss < 2 * seedNoise)
    .map(([role]) => roleLabel(role));
  const counted = l10n.t(
    'The budget pays {0} full trials for {1} settings that matter to training; ten for each would be {2}.',
    formatNumber(trials),
    formatNumber(known.size),
    formatNumber(target),
  );
  return {
    name: l10n.t('There are trials enough for the parameters'),
    status: trials >= target ? 'PASS' : 'WARN',
    message:
      trials >= target || minor.length === 0
        ? counted
        : l10n.t('{0} Fix what moves the loss less than seeds do: {1}.', counted, minor.join(', ')),
    value: trials,
    target,
  };
}

function rungsCheck({ plan, draws, rungs }: LlmEvidence): CheckResult {
  const name = l10n.t('Short runs tell which long runs are good');
  const lowest = rungs?.resources[0] ?? 1;
  const agreement = rungs ? rungAgreement(plan, draws, lowest) : NaN;
  if (Number.isNaN(agreement)) {
    const message = l10n.t(
      'No schedule of two rungs fits: the lowest needs {0} steps in the median run, which has {1}, and the budget three trials.',
      formatNumber(leastSteps),
      formatNumber(medianOf(draws.map(({ run }) => run.steps))),
    );
    return { name, status: 'NOT_APPLICABLE', message };
  }
  const status: CheckStatus = agreement >= 0.8 ? 'PASS' : agreement >= 0.5 ? 'INFO' : 'WARN';
  return {
    name,
    status,
    message: l10n.t(
      'After {0} of the steps the ranks of configurations correlate with the final ones by {1}: short runs want higher rates and hide over-fitting. Give every rung a whole schedule of its own, or a constant rate with a short decay.',
      percent(Number(lowest.toPrecision(2))),
      formatNumber(Number(agreement.toFixed(2))),
    ),
    value: agreement,
    target: 0.8,
  };
}

function notSearched(name: string): CheckResult {
  return { name, status: 'NOT_APPLICABLE', message: l10n.t('The file does not search it.') };
}
