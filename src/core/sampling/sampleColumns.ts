import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { SearchSpace } from '../space/searchSpace';
import { columnWriter } from './columnWriter';
import { firstRows, type SampleColumn } from './columns';
import { patience, pointSource, type PointSampler } from './sampler';

const rowsPerStep = 2048;

/**
 * The configurations that `configurations` gives for the same stream, column by column: for many of them at a time.
 * Yields after each 2048.
 */
export function* sampleColumns(
  space: SearchSpace,
  sampler: PointSampler,
  count: number,
  stream: RandomStream,
): Work<SampleColumn[]> {
  const { dimension, columns, write } = columnWriter(space, count);
  const source = pointSource(sampler, dimension, count, stream);
  const points = new Float64Array(dimension * Math.min(count, rowsPerStep));
  let accepted = 0;
  for (let tried = 0; accepted < count && tried < count * patience;) {
    const rows = Math.min(rowsPerStep, count - accepted, count * patience - tried);
    source(points, rows);
    tried += rows;
    accepted += write(points, rows, accepted);
    yield;
  }
  return firstRows(columns, accepted);
}
