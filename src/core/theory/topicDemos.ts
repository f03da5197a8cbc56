import type { OptionValue } from '../report/report';
import type { Topic } from './topics';

/** The demonstration that shows a topic on a search space, and the options it is shown with. */
export interface TopicDemo {
  readonly demo: string;
  readonly options: Readonly<Record<string, OptionValue>>;
}

const plain = (demo: string): TopicDemo => ({ demo, options: {} });
const acquisition = (acquisition: string): TopicDemo => ({ demo: 'acquisition', options: { acquisition } });

const demoOf: Readonly<Partial<Record<Topic, TopicDemo>>> = {
  'configuration-space': plain('explain'),
  'conditional-parameter': plain('conditional'),
  'log-uniform-sampling': plain('sampling'),
  'grid-search': plain('sampling'),
  'random-search': plain('sampling'),
  'sobol-initialisation': plain('sampling'),
  'surrogate-model': plain('acquisition'),
  'gaussian-process': plain('acquisition'),
  'expected-improvement': acquisition('expected-improvement'),
  'upper-confidence-bound': acquisition('confidence-bound'),
  'thompson-sampling': acquisition('thompson'),
  'bayesian-optimisation': plain('acquisition'),
  'successive-halving': plain('halving'),
  hyperband: plain('hyperband'),
  asha: plain('asha'),
  'multi-objective-tuning': plain('multi-objective'),
  'pareto-frontier': plain('pareto'),
  'validation-leakage': plain('leakage'),
  'nested-validation': plain('nested-validation'),
  'llm-fine-tuning-search': plain('llm'),
};

export function topicDemo(topic: Topic): TopicDemo | undefined {
  return demoOf[topic];
}
