import * as l10n from '@vscode/l10n';
import { replaceToken } from '../../../text/edits/token';
import { finding, type Finding } from '../../../finding';
import { nearestWord } from '../../../text/nearestWord';
import { formatNumber } from '../../../text/formatNumber';
import { pythonFloat, pythonInt } from '../../../text/pythonNumber';
import { child, entry } from '../../../text/source';
import { algorithms, type Accepted } from '../algorithms';
import { keyRange, readSettings, settingText, type Experiment, type Setting } from '../experiment';
import { goText, isPlaceholder } from '../goField';
import { algorithmSetting } from '../rules';
import { missing } from './missing';
import { unknown } from './unknown';

export const medianStop: Readonly<Record<string, Accepted>> = {
  min_trials_required: { kind: 'integer', min: 1 },
  start_step: { kind: 'integer', min: 1 },
};

/** The algorithm and its early stopping, as the webhook and the services' own validation see them. */
export function checkAlgorithm(experiment: Experiment): Finding[] {
  return [...checkSearch(experiment), ...checkEarlyStopping(experiment)];
}

function checkSearch({ spec, specRange, algorithm, text }: Experiment): Finding[] {
  if (!algorithm) {
    const range = keyRange(spec, 'algorithm');
    return [missing(range ? 'spec.algorithm.algorithmName' : 'spec.algorithm', range ?? specRange)];
  }
  const { name, known, settings } = algorithm;
  if (!known) return unknown(name, [...algorithms.keys()], text);
  if (!known.settings) return [];
  const absent = known.required.filter(setting => settingText(settings, setting) === undefined);
  return [
    ...absent.map(setting =>
      finding(
        algorithmSetting,
        name.range,
        l10n.t('`{0}` needs the setting `{1}`; add it.', name.text, setting),
      ),
    ),
    ...checkSettings(name.text, settings, known.settings, known.strict, text),
  ];
}

function checkEarlyStopping({ spec, text }: Experiment): Finding[] {
  const stopping = entry(spec, 'earlyStopping');
  if (!stopping) return [];
  const name = goText(child(stopping.value, 'algorithmName'));
  if (!name) return [missing('spec.earlyStopping.algorithmName', stopping.key.range)];
  if (name.text !== 'medianstop') return unknown(name, ['medianstop'], text);
  return checkSettings(
    name.text,
    readSettings(child(stopping.value, 'algorithmSettings')),
    medianStop,
    true,
    text,
  );
}

function checkSettings(
  algorithm: string,
  settings: readonly Setting[],
  known: Readonly<Record<string, Accepted>>,
  strict: boolean,
  text: string,
): Finding[] {
  return settings.flatMap(setting => {
    const accepted = Object.hasOwn(known, setting.name.text) ? known[setting.name.text] : undefined;
    if (!accepted) {
      return isPlaceholder(setting.name.text)
        ? []
        : [unknownSetting(algorithm, setting, known, strict, text)];
    }
    const expected = setting.value && violated(accepted, setting.value.text);
    if (!setting.value || expected === undefined) return [];
    const message = l10n.t(
      '`{0}` is {1}, but {2} takes {3}.',
      setting.name.text,
      setting.value.text,
      algorithm,
      expected,
    );
    return [finding(algorithmSetting, setting.value.range, message)];
  });
}

function unknownSetting(
  algorithm: string,
  { name }: Setting,
  known: Readonly<Record<string, Accepted>>,
  strict: boolean,
  text: string,
): Finding {
  const names = Object.keys(known);
  const near = nearestWord(name.text, names);
  const listed = names.join(', ');
  const message = strict
    ? near
      ? l10n.t(
          'Katib rejects `{0}`, which {1} does not have; did you mean `{2}`?',
          name.text,
          algorithm,
          near,
        )
      : l10n.t('Katib rejects `{0}`, which {1} does not have; it has {2}.', name.text, algorithm, listed)
    : near
      ? l10n.t('{1} has no setting `{0}` and ignores it; did you mean `{2}`?', name.text, algorithm, near)
      : l10n.t('{1} has no setting `{0}` and ignores it; it has {2}.', name.text, algorithm, listed);
  return finding(algorithmSetting, name.range, message, {
    severity: strict ? 'error' : 'warning',
    fixes: near
      ? [{ title: l10n.t('Write {0}', near), edits: [replaceToken(text, name.range, near)], safe: false }]
      : [],
  });
}

/** What the setting would have to be, when it is not. */
function violated(accepted: Accepted, value: string): string | undefined {
  if (isPlaceholder(value)) return undefined;
  switch (accepted.kind) {
    case 'text':
      return undefined;
    case 'word':
      return accepted.words.includes(value) ? undefined : accepted.words.join(', ');
    case 'integer': {
      const number = pythonInt(value);
      const { min } = accepted;
      if (number !== undefined && (min === undefined || number >= min)) return undefined;
      return min === undefined
        ? l10n.t('a whole number')
        : l10n.t('a whole number from {0}', formatNumber(min));
    }
    case 'number': {
      const number = pythonFloat(value);
      const { above = -Infinity, below = Infinity, min = -Infinity, max = Infinity } = accepted;
      const inside =
        number !== undefined && number > above && number < below && number >= min && number <= max;
      return inside
        ? undefined
        : numberRange(Math.max(above, min), Math.min(below, max), Number.isFinite(above));
    }
  }
}

function numberRange(low: number, high: number, open: boolean): string {
  if (!Number.isFinite(low)) return l10n.t('a number');
  if (!Number.isFinite(high)) {
    return open
      ? l10n.t('a number above {0}', formatNumber(low))
      : l10n.t('a number from {0}', formatNumber(low));
  }
  return open
    ? l10n.t('a number between {0} and {1}, both excluded', formatNumber(low), formatNumber(high))
    : l10n.t('a number from {0} to {1}', formatNumber(low), formatNumber(high));
}
