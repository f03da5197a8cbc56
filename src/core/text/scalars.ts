import type { ScalarNode, SourceNode } from './source';

/** Who reads the file decides what a plain scalar is: `1e-4` is a number to some loaders and a string to others. */
export type Dialect = 'pyyaml' | 'omegaconf' | 'yaml12' | 'goyaml' | 'json' | 'python';

export type Scalar = string | number | boolean | null;

/** A scalar, or a list or mapping of them, as the loader would hand it to the program. */
export type Value = Scalar | readonly Value[] | { readonly [key: string]: Value };

/** The value of a scalar under a dialect. A quoted or block scalar is always its text. */
export function scalarValue(node: ScalarNode, dialect: Dialect): Scalar {
  if (node.style !== 'plain') return node.text;
  switch (dialect) {
    case 'pyyaml':
      return pyYamlScalar(node.text);
    case 'omegaconf':
      return omegaConfScalar(node.text);
    case 'yaml12':
      return yaml12Scalar(node.text);
    case 'goyaml':
      return goYamlScalar(node.text);
    case 'json':
      return jsonScalar(node.text);
    case 'python':
      return pythonScalar(node.text);
  }
}

export function nodeValue(node: SourceNode, dialect: Dialect): Value {
  switch (node.kind) {
    case 'scalar':
      return scalarValue(node, dialect);
    case 'list':
      return node.items.map(item => nodeValue(item, dialect));
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, nodeValue(value, dialect)]));
  }
}

/** The number a person meant by a scalar that its loader takes for text, such as `1e-4` under PyYAML. */
export function intendedNumber(node: ScalarNode): number | undefined {
  const text = node.text.trim();
  if (!/^[-+]?(\d[\d_]*\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) return undefined;
  return Number(text.replaceAll('_', ''));
}

// The resolvers of PyYAML 6.0.3, yaml/resolver.py.
const pyFloat =
  /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const pyInt =
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const pyTrue = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const pyFalse = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const yamlNull = /^(?:~|null|Null|NULL|)$/;

function pyYamlScalar(text: string): Scalar {
  if (yamlNull.test(text)) return null;
  if (pyTrue.test(text)) return true;
  if (pyFalse.test(text)) return false;
  if (pyInt.test(text)) return pyInteger(text.replaceAll('_', ''));
  if (pyFloat.test(text)) return pyReal(text.replaceAll('_', '').toLowerCase());
  return text;
}

function pyInteger(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  if (digits.startsWith('0b')) return sign * parseInt(digits.slice(2), 2);
  if (digits.startsWith('0x')) return sign * parseInt(digits.slice(2), 16);
  if (digits.includes(':')) return sign * sexagesimal(digits);
  return sign * (digits.length > 1 && digits.startsWith('0') ? parseInt(digits, 8) : Number(digits));
}

function pyReal(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  if (digits === '.inf') return sign * Infinity;
  if (digits === '.nan') return NaN;
  return sign * (digits.includes(':') ? sexagesimal(digits) : Number(digits));
}

function sexagesimal(text: string): number {
  return text.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}

// OmegaConf 2.3, omegaconf/_utils.py: numbers need neither a dot nor the sign of an exponent, and have no base 60.
const omegaConfFloat =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** PyYAML with a resolver of its own for floats. */
function omegaConfScalar(text: string): Scalar {
  return omegaConfFloat.test(text) ? pyReal(text.replaceAll('_', '').toLowerCase()) : pyYamlScalar(text);
}

/** YAML 1.2 core schema, https://yaml.org/spec/1.2.2/#1032-tag-resolution. */
function yaml12Scalar(text: string): Scalar {
  if (yamlNull.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text)) return Number(text);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? NaN : text;
}

/** go-yaml v2 as used by sigs.k8s.io/yaml: YAML 1.1 booleans, numbers with or without a sign in the exponent. */
function goYamlScalar(text: string): Scalar {
  if (pyTrue.test(text) || /^[yY]$/.test(text)) return true;
  if (pyFalse.test(text) || /^[nN]$/.test(text)) return false;
  if (/^[-+]?0[0-7]+$/.test(text)) return parseInt(text, 8);
  return yaml12Scalar(text);
}

function jsonScalar(text: string): Scalar {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '') return null;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
}

/** A literal of Python. */
function pythonScalar(text: string): Scalar {
  if (text === 'None' || text === '') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  const digits = text.replaceAll('_', '');
  return /^[-+]?(?:0[xob][\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i.test(digits) ? Number(digits) : text;
}
