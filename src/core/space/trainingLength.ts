import { drawableParameters, type SearchSpace } from './searchSpace';

/** The length of training where the space fixes or bounds it: the value, or the most, of a parameter such as `epochs`. */
export function trainingLength(space: SearchSpace): number | undefined {
  const parameter = drawableParameters(space).find(({ name }) =>
    /^(?:(?:n|num|max|train|training)[_-]?)*epochs?$/i.test(name),
  );
  const domain = parameter?.domain;
  const length =
    domain?.kind === 'constant'
      ? domain.value
      : domain?.kind === 'float' || domain?.kind === 'integer'
        ? domain.high
        : undefined;
  return typeof length === 'number' && length >= 1 && Number.isFinite(length) ? length : undefined;
}
