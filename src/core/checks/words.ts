import { remembered } from '../text/remembered';

/**
 * The words of an identifier in lower case: split at anything but letters and digits and at camel-case humps,
 * each part also whole and without trailing digits. `metrics/mAP_0.5` has `map`, `valLoss` has `loss`.
 */
export const words = remembered((name): ReadonlySet<string> => {
  const parts = name.split(/[^A-Za-z0-9]+/).filter(part => part !== '');
  const all = parts.flatMap(part => [part, ...part.split(/(?<=[a-z0-9])(?=[A-Z])/)]);
  return new Set(
    all
      .map(word => word.toLowerCase())
      .flatMap(word => [word, word.replace(/\d+$/, '')])
      .filter(word => word !== ''),
  );
});
