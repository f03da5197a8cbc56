import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** What axe-core finds wrong with a page, one line for each rule with the first place it fails at. */
export async function accessibilityProblems(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => {
    const { axe: injected } = globalThis as unknown as { readonly axe: typeof axe };
    return injected.run(document);
  });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html} (${nodes.length} places)`,
  );
}
