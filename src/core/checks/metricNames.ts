import type { Goal } from '../space/searchSpace';
import { words } from './words';

const losses = new Set(
  'loss error err rmse mse mae mape nll perplexity ppl wer cer eer fid regret logloss'.split(' '),
);
const scores = new Set(
  (
    'acc accuracy f1 auc auroc auprc r2 reward return returns bleu rouge meteor iou miou map ndcg mrr precision ' +
    'recall sensitivity specificity dice psnr ssim kappa mcc pearson spearman cider'
  ).split(' '),
);
/** A difference, a spread or an attack turns the meaning of a name around; better say nothing. */
const unclear = new Set(
  (
    'gap diff difference delta drop reduction improvement decrease increase std var variance ratio inverse inv ' +
    'adv adversarial attack'
  ).split(' '),
);
const negations = new Set(['neg', 'negative', 'minus']);
const tests = new Set(['test', 'testing', 'holdout', 'heldout']);
const validations = new Set(['val', 'valid', 'validation', 'dev']);

/** The goal a metric's name implies, undefined when the name does not say. */
export function impliedGoal(metric: string): Goal | undefined {
  const parts = words(metric);
  const has = (set: ReadonlySet<string>): boolean => [...parts].some(word => set.has(word));
  if (has(unclear)) return undefined;
  const isLoss = has(losses) || /(?:val|train|test|eval|total|log)loss\b/i.test(metric);
  if (isLoss === has(scores)) return undefined;
  const reversed = has(negations) || /^(?:1\s*-|-)/.test(metric.trim());
  return isLoss === reversed ? 'maximize' : 'minimize';
}

/** Whether a metric is measured on the data that should stay unseen until the end. */
export function isTestMetric(metric: string): boolean {
  const parts = words(metric);
  const has = (set: ReadonlySet<string>): boolean => [...parts].some(word => set.has(word));
  const heldOut = (parts.has('hold') || parts.has('held')) && parts.has('out');
  return (has(tests) || heldOut) && !has(validations);
}
