import { drawnDomain } from '../formats/katib/drawn';
import { readExperiment } from '../formats/katib/experiment';
import type { Domain } from '../space/domain';
import { choiceLabel } from '../space/values';
import { numberText } from '../text/numberText';
import { parseYaml } from '../text/parseYaml';
import type { Candidate } from './candidate';
import { choicesOf, isNumbers } from './difference';
import { asList, finiteBounds, tidy, type NumericDomain } from './numeric';
import { Block, block, Flow, yamlText } from './yamlText';

/** One item of `spec.parameters`, without its name. */
export interface KatibDeclaration {
  readonly parameterType: 'double' | 'int' | 'discrete' | 'categorical';
  readonly feasibleSpace: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * The ways to declare a domain for Katib. Each algorithm's service draws in its own way, so what a declaration means
 * is asked of the reader.
 */
export function* katibCandidates(domain: Domain, algorithm: string): Iterable<Candidate<KatibDeclaration>> {
  for (const declaration of declarations(domain)) {
    const { parameterType, feasibleSpace } = declaration;
    // Hyperband's service reads the numbers of a list as integers.
    const isRefused =
      algorithm === 'hyperband' && parameterType === 'discrete' && !wholeNumbers(feasibleSpace['list'] ?? []);
    yield { declaration, means: isRefused ? undefined : meaning(declaration, algorithm) };
  }
}

function wholeNumbers(list: string | readonly string[]): boolean {
  return [...list].every(text => Number.isInteger(Number(text)));
}

/** The domain with every value that is not a number as the text a trial receives. */
export function asTrialsSee(domain: Domain): Domain {
  if (domain.kind === 'constant' && !isNumbers(domain)) {
    return { kind: 'constant', value: choiceLabel(domain.value) };
  }
  if ((domain.kind !== 'categorical' && domain.kind !== 'ordinal') || isNumbers(domain)) return domain;
  return { ...domain, choices: domain.choices.map(choice => ({ ...choice, value: choice.label })) };
}

export function itemOf(name: string, { parameterType, feasibleSpace }: KatibDeclaration): Block {
  const fields = Object.entries(feasibleSpace).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? value : new Flow(value),
  }));
  return block({ name, parameterType, feasibleSpace: new Block(fields) });
}

function meaning(declaration: KatibDeclaration, algorithmName: string): Domain | undefined {
  const document = block({
    kind: 'Experiment',
    apiVersion: 'kubeflow.org/v1beta1',
    spec: block({ algorithm: block({ algorithmName }), parameters: [itemOf('x', declaration)] }),
  });
  const text = yamlText(document, 'goyaml');
  const [root] = parseYaml(text).roots;
  if (root?.kind !== 'map') return undefined;
  const { parameters, algorithm } = readExperiment(root, text);
  const [spec] = parameters;
  return spec && drawnDomain(spec, algorithm);
}

function* declarations(domain: Domain): Iterable<KatibDeclaration> {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
    case 'ordinal':
      return yield listed(
        choicesOf(domain).map(({ value }) => value),
        isNumbers(domain),
      );
    case 'float':
    case 'integer':
      return yield* numeric(domain);
  }
}

function listed(values: readonly Parameters<typeof choiceLabel>[0][], numbers: boolean): KatibDeclaration {
  return { parameterType: numbers ? 'discrete' : 'categorical', feasibleSpace: { list: values.map(text) } };
}

function* numeric(domain: NumericDomain): Iterable<KatibDeclaration> {
  const { prior, kind, step } = domain;
  const [low, high] = finiteBounds(domain);
  const parameterType = kind === 'integer' ? 'int' : 'double';
  const size = kind === 'integer' && step?.size === 1 ? undefined : step?.size;
  const between = (min: number, max: number, distribution?: string, by = size): KatibDeclaration => ({
    parameterType,
    feasibleSpace: {
      min: text(min),
      max: text(max),
      ...(by !== undefined && { step: text(by) }),
      ...(distribution !== undefined && { distribution }),
    },
  });
  yield between(low, high);
  yield between(low, high, 'logUniform');
  if (prior.kind === 'normal') {
    const reach = 3 * prior.standardDeviation;
    const [from, to] = [prior.mean - reach, prior.mean + reach];
    if (domain.scale === 'log') yield between(Math.exp(from), Math.exp(to), 'logNormal');
    else if (kind === 'float') yield between(tidy(from), tidy(to), 'normal');
    else yield between(Math.round(from), Math.round(to), 'normal');
  }
  const list = asList(domain);
  if (list) {
    yield listed(
      list.map(({ value }) => value),
      true,
    );
  }
  if (size === undefined) return;
  // Rounded to multiples of the step: half a step more at either end gives each level the same share.
  const half = kind === 'integer' ? Math.floor(size / 2) : size / 2;
  yield between(tidy(low - half), tidy(high + half));
  yield between(tidy(low - half), tidy(high + half), 'logUniform');
}

function text(value: Parameters<typeof choiceLabel>[0]): string {
  return typeof value === 'number' && Number.isFinite(value) ? numberText(value, 'json') : choiceLabel(value);
}
