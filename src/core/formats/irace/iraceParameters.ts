import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type { Condition, Parameter, SearchSpace } from '../../space/searchSpace';
import type { SourceDocument } from '../../text/source';
import type { Format } from '../format';
import { repeatedName } from '../rules';
import { UniqueNames } from '../uniqueNames';
import type { IsNumeric } from './condition';
import { readDomain, type Content } from './domain';
import { readExpression, unknownNames } from './expressions';
import { readGlobal } from './global';
import { looksLikeParameter, readLine, type ParameterLine } from './line';
import { unreadableLine } from './rules';
import { sectionsOf } from './sections';

/** The parameter files of irace, `parameters.txt`. */
export const iraceParameters: Format = {
  id: 'irace',
  get label() {
    return l10n.t('irace parameters');
  },
  recognise: ({ language, text }) => (language === 'text' && holdsParameters(text) ? 1 : 0),
  read: document => [readDocument(document)],
};

/** Two lines are a pattern; one could be prose. */
function holdsParameters(text: string): boolean {
  let found = 0;
  for (const { start, end } of sectionsOf(text).parameters) {
    if (looksLikeParameter(text.slice(start, end)) && ++found === 2) return true;
  }
  return false;
}

interface Read {
  readonly line: ParameterLine;
  readonly name: string;
  readonly content: Content;
}

function readDocument({ text, language }: SourceDocument): SearchSpace {
  const sections = sectionsOf(language === 'text' ? text : '');
  const { digits, findings } = readGlobal(text, sections.global);
  const found: Finding[] = [...findings];
  const taken = new UniqueNames();
  const read = sections.parameters.flatMap((range): Read[] => {
    const line = readLine(text, range);
    if ('message' in line) {
      found.push(finding(unreadableLine, line.range, line.message));
      return [];
    }
    const written = text.slice(line.name.start, line.name.end);
    if (taken.has(written)) {
      const message = l10n.t(
        '`{0}` is declared twice, and names must differ; rename or remove one.',
        written,
      );
      found.push(finding(repeatedName, line.name, message, { parameter: written }));
    }
    const name = taken.take(written);
    const content = readDomain(text, line, name, digits);
    found.push(...content.findings);
    return [{ line, name, content }];
  });
  const types = new Map(read.map(({ name, line }) => [name, line.type]));
  const isNumeric: IsNumeric = name => {
    const type = types.get(name);
    return type === undefined ? undefined : type !== 'c' && type !== 'o';
  };
  const names = [...types.keys()];
  const parameters = read.map(({ line, name, content }): Parameter => {
    found.push(
      ...unknownNames(
        content.depends.filter(on => isNumeric(on.name) === undefined),
        names,
        name,
      ),
    );
    const condition = line.condition && readExpression(text, line.condition, isNumeric, names, name);
    found.push(...(condition?.findings ?? []));
    return asParameter(line, name, content, condition?.condition);
  });
  const forbidden = sections.forbidden.flatMap(range => {
    const clause = readExpression(text, range, isNumeric, names);
    found.push(...clause.findings);
    return clause.condition ?? [];
  });
  if (read.length === 0 && found.length === 0) found.push(nothing());
  const range = read[0]?.line.name ?? { start: 0, end: 0 };
  return { format: 'irace', dialect: 'yaml12', parameters, forbidden, budget: {}, range, findings: found };
}

function asParameter(
  { range, name: nameRange, typeRange, condition: conditionRange }: ParameterLine,
  name: string,
  { declared, domain, tokens }: Content,
  condition: Condition | undefined,
): Parameter {
  return {
    name,
    declared,
    domain,
    condition,
    tokens: {
      name: nameRange,
      declaration: range,
      notation: typeRange,
      condition: conditionRange,
      ...tokens,
    },
  };
}

function nothing(): Finding {
  const message = l10n.t('No irace parameter stands here: a line `name "switch" type (domain)`.');
  return finding(unreadableLine, { start: 0, end: 0 }, message);
}
