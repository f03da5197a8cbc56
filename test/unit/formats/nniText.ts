import { nniExperiment } from '../../../src/core/formats/nni/nniExperiment';
import { nniSearchSpace } from '../../../src/core/formats/nni/nniSearchSpace';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { parseSource } from '../../../src/core/text/parse';
import { onlySpace } from './onlySpace';

/** A search space file with a single entry, `x`. */
export function variable(type: string, value: string): string {
  return `{"x": {"_type": "${type}", "_value": ${value}}}`;
}

export function readSpaceFile(text: string): SearchSpace {
  return onlySpace(nniSearchSpace.read(parseSource(text, 'json', 'search_space.json')));
}

/** The parts of a configuration that NNI accepts; a test replaces the part it is about. */
export interface Parts {
  readonly space?: string;
  readonly tuner?: string;
  readonly concurrency?: string;
  readonly more?: string;
}

export function configuration(parts: Parts = {}): string {
  const {
    space = 'searchSpace: {x: {_type: uniform, _value: [0, 1]}}',
    tuner = 'tuner: {name: TPE, classArgs: {optimize_mode: maximize}}',
    concurrency = 'trialConcurrency: 2',
    more = '',
  } = parts;
  return [
    'trialCommand: python train.py',
    space,
    tuner,
    concurrency,
    'trainingService: {platform: local}',
    more,
  ].join('\n');
}

export function inline(type: string, value: string): string {
  return `searchSpace: {x: {_type: ${type}, _value: ${value}}}`;
}

export function tuner(name: string, classArgs = 'optimize_mode: minimize'): string {
  return `tuner: {name: ${name}, classArgs: {${classArgs}}}`;
}

export function readConfiguration(text: string): SearchSpace {
  return onlySpace(nniExperiment.read(parseSource(text, 'yaml', 'config.yml')));
}
