import type { FieldReader } from '../fieldReader';
import { readParams } from './params';
import type { Setup } from './setup';
import type { Sweeper } from './sweeper';

/** Hydra's own sweeper runs every combination. */
export function readBasic(reader: FieldReader, sweeper: Sweeper): Setup {
  const params = sweeper.at('params');
  return {
    parameters:
      params?.value.kind === 'map' ? readParams(reader, params.value, { engine: 'basic', grid: false }) : [],
    method: { name: 'basic', family: 'grid', range: sweeper.engineRange },
    budget: {},
    range: params?.key ?? sweeper.engineRange,
  };
}
