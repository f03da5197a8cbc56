import * as l10n from '@vscode/l10n';
import type { Routine } from '../../python/routines';
import type { SearchSpace } from '../../space/searchSpace';
import type { SourceDocument } from '../../text/source';
import type { Format } from '../format';
import { Reading } from '../python/reading';
import { annotatedAs, lensRange, spaceName, walkRoutines, type Walked } from '../python/routineSpaces';
import { named } from '../python/spaces';
import { HyperParametersVisitor } from './hyperParametersVisitor';
import { tunersOf, type Tuner } from './tuner';

/** Model-building functions of Keras Tuner: what `hp.Int`, `hp.Choice` and the others declare. */
export const kerasTunerPython: Format = {
  id: 'keras-tuner-python',
  get label() {
    return l10n.t('Keras Tuner model');
  },
  recognise: ({ text, python }) => {
    if (!python || !isAboutKeras(text)) return 0;
    const visitor = visitorFor(text, python.routines);
    return python.routines.some(({ calls }) => calls.some(call => visitor.draws(call))) ? 1 : 0;
  },
  read({ text, python }: SourceDocument) {
    if (!python) return named([], 'keras-tuner-python');
    const { routines } = python;
    const walked = walkRoutines(python, () => visitorFor(text, routines));
    const tuners = tunersOf(new Reading(text, 'Keras Tuner'), routines);
    return named(
      walked.map(each => spaceOf(each, routines, tunerOf(tuners, each, walked.length === 1))),
      'keras-tuner-python',
    );
  },
};

/** The name of the package, or in a cell of a notebook the way it spells its methods. */
function isAboutKeras(text: string): boolean {
  return /keras_?tuner/.test(text) || /\bhp\s*\.\s*(?:Int|Float|Choice|Boolean|Fixed)\b/.test(text);
}

function visitorFor(text: string, routines: readonly Routine[]): HyperParametersVisitor {
  return new HyperParametersVisitor(
    new Reading(text, 'Keras Tuner'),
    annotatedAs(/^HyperParameters$/, routines),
  );
}

function tunerOf(
  tuners: readonly Tuner[],
  { routine, inlined }: Walked<HyperParametersVisitor>,
  isOnly: boolean,
): Tuner | undefined {
  return tuners.find(({ builds }) =>
    builds === undefined ? isOnly : builds === routine.definition || inlined.has(builds),
  );
}

function spaceOf(
  walked: Walked<HyperParametersVisitor>,
  routines: readonly Routine[],
  tuner: Tuner | undefined,
): SearchSpace {
  const { list, reading } = walked.collector;
  return {
    format: 'keras-tuner-python',
    name: spaceName(walked, routines),
    dialect: 'python',
    parameters: list.parameters,
    forbidden: [],
    objective: tuner?.objective,
    method: tuner?.method,
    budget: tuner?.budget ?? {},
    range: lensRange(walked),
    findings: reading.findings,
  };
}
