import * as l10n from '@vscode/l10n';
import { theoryCells } from '../theory/cells';
import { theoryReport } from '../theory/report';
import { cellTitle } from '../theory/takeaways';
import type { Demo } from './demo';

const all = 'all';

/** The cells of the theory notebook, with the numbers NumPy gives. */
export const theory: Demo = {
  id: 'theory',
  get title() {
    return l10n.t('Theory');
  },
  get question() {
    return l10n.t('What does the theory notebook compute, and are its numbers right?');
  },
  withoutSpace: true,
  controls: () => [
    {
      kind: 'choice',
      id: 'cell',
      label: l10n.t('Cell'),
      choices: [
        { value: all, label: l10n.t('All') },
        ...theoryCells.map(cell => ({ value: String(cell.number), label: cellTitle(cell) })),
      ],
      value: all,
    },
  ],
  *run({ options, seed, source }) {
    const cells = theoryCells.filter(({ number }) => [all, String(number)].includes(String(options['cell'])));
    const making = theoryReport(cells, { demo: theory.id, seed, options, ...source });
    for (;;) {
      const step = making.next();
      if (step.done) return step.value;
      yield { fraction: 0, message: l10n.t('Running the cells') };
    }
  },
};
