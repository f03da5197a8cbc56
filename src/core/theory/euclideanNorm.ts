/** √Σxᵢ², unscaled: what NumPy's `linalg.norm` gives a vector. `Math.hypot` rounds otherwise. */
export function euclideanNorm(x: readonly number[]): number {
  return Math.sqrt(x.reduce((sum, xi) => sum + xi * xi, 0));
}
