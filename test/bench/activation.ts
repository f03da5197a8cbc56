import { Workbench } from '../e2e/workbench';
import { median, milliseconds, type Figure } from './figure';

const runs = 5;
const peers = ['JSON Language Features', 'Emmet', 'Merge Conflict', 'Configuration Editing'];

/** "Activation: N ms" as Running Extensions shows it, of ours and of built-in extensions in the same windows. */
export async function measure(): Promise<Figure[]> {
  const seen = new Map<string, number[]>();
  const workbench = await Workbench.open();
  try {
    for (let run = 0; run < runs; run++) {
      if (run > 0) await workbench.reload();
      await workbench.openFile('wandb/sweep.yaml');
      await workbench.openFile('nni/search_space.json');
      await workbench.page.waitForTimeout(1000);
      for (const [name, time] of await runningExtensions(workbench)) {
        seen.set(name, [...(seen.get(name) ?? []), time]);
      }
      await workbench.runCommand('View: Close All Editors');
    }
  } finally {
    await workbench.close();
  }
  const figure = (name: string) => {
    const times = seen.get(name) ?? [];
    return `${milliseconds(median(times))} (${times.join(', ')})`;
  };
  const compared = peers.filter(name => seen.has(name)).map(name => `${name} ${figure(name)}`);
  return [
    {
      figure: `activation, median of ${runs}`,
      ours: figure('Tuning Lens'),
      target: '≤ 30 ms (Error Lens 26)',
    },
    { figure: 'activation of others, same windows', ours: compared.join('; ') },
  ];
}

async function runningExtensions(workbench: Workbench): Promise<Map<string, number>> {
  await workbench.runCommand('Developer: Show Running Extensions');
  const rows = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
  await rows.first().waitFor();
  const times = new Map<string, number>();
  // The list is virtual: scroll until nothing new comes.
  for (let before = -1; times.size > before;) {
    before = times.size;
    for (const text of await rows.allInnerTexts()) {
      const [name = ''] = text.split('\n');
      const time = /Activation: (\d+)\s?ms/.exec(text);
      if (time) times.set(name.trim(), Number(time[1]));
    }
    await rows.last().hover();
    await workbench.page.mouse.wheel(0, 600);
    await workbench.page.waitForTimeout(200);
  }
  return times;
}
