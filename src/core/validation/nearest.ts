/** Rows right by the label of the one nearest training row (1-NN), the earlier of two as near. */
export function nearestRight(
  values: ArrayLike<number>,
  width: number,
  labels: ArrayLike<number>,
  train: readonly number[],
  test: readonly number[],
): number {
  let right = 0;
  for (const row of test) {
    let least = Infinity;
    let label: number | undefined;
    for (const other of train) {
      let sum = 0;
      for (let j = 0; j < width && sum < least; j++) {
        const difference = (values[row * width + j] ?? 0) - (values[other * width + j] ?? 0);
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        label = labels[other];
      }
    }
    if (label === labels[row]) right++;
  }
  return right;
}
