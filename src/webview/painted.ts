/** Resolves once what is in the page now is on screen: in the second frame from here the first is done. */
export function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
