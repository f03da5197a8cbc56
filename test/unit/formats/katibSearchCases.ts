import type { Case } from './katibCase';
import { algorithm, double, parameter, templateOf, type Parts } from './katibText';

const hyperband = { r_l: '9', resource_name: 'epochs', eta: '3' };
const withEpochs = `${double('lr', 'min: "0.1", max: "0.2"')}\n${parameter('epochs', 'int', 'min: "1", max: "9"')}`;
const hyperbandParts: Parts = {
  algorithm: algorithm('hyperband', hyperband),
  parameters: withEpochs,
  template: templateOf('lr', 'epochs'),
  counts: 'parallelTrialCount: 9',
};

/** Faults between the algorithm, its budget and the space it searches. */
export const searchCases: readonly Case[] = [
  {
    code: 'katib-trial-counts',
    what: 'more parallel trials than trials',
    wrong: { counts: 'maxTrialCount: 4\nparallelTrialCount: 5' },
    right: { counts: 'maxTrialCount: 5\nparallelTrialCount: 5' },
    at: '5',
    fixed: '4',
  },
  {
    code: 'katib-trial-counts',
    what: 'fewer trials than run in parallel by default',
    wrong: { counts: 'maxTrialCount: 2' },
    right: { counts: 'maxTrialCount: 3' },
    at: '2',
  },
  {
    code: 'katib-trial-counts',
    what: 'no trials at all',
    wrong: { counts: 'maxTrialCount: 0' },
    at: '0',
  },
  {
    code: 'katib-setting',
    what: 'a setting the algorithm does not have',
    wrong: { algorithm: algorithm('tpe', { n_ei_candidate: '24' }) },
    right: { algorithm: algorithm('tpe', { n_EI_candidates: '24' }) },
    at: 'n_ei_candidate',
    fixed: 'n_EI_candidates',
  },
  {
    code: 'katib-setting',
    what: 'a gamma of one',
    wrong: { algorithm: algorithm('tpe', { gamma: '1' }) },
    right: { algorithm: algorithm('tpe', { gamma: '0.25' }) },
    at: '"1"',
  },
  {
    code: 'katib-setting',
    what: 'an early stopping that starts at step zero',
    wrong: {
      more: 'earlyStopping: {algorithmName: medianstop, algorithmSettings: [{name: start_step, value: "0"}]}',
    },
    right: {
      more: 'earlyStopping: {algorithmName: medianstop, algorithmSettings: [{name: start_step, value: "4"}]}',
    },
    at: '"0"',
  },
  {
    code: 'katib-setting',
    what: 'a required setting that is not there',
    wrong: { ...hyperbandParts, algorithm: algorithm('hyperband', { r_l: '9' }) },
    right: hyperbandParts,
    at: 'hyperband',
  },
  {
    code: 'katib-setting',
    what: 'a resource that is no parameter',
    wrong: { ...hyperbandParts, algorithm: algorithm('hyperband', { ...hyperband, resource_name: 'steps' }) },
    right: hyperbandParts,
    at: '"steps"',
  },
  {
    code: 'katib-without-effect',
    what: 'a distribution skopt ignores',
    wrong: {
      algorithm: algorithm('bayesianoptimization'),
      parameters: double('lr', 'min: "1", max: "2", distribution: uniform'),
    },
    right: {
      algorithm: algorithm('bayesianoptimization'),
      parameters: double('lr', 'min: "1", max: "2", distribution: logUniform'),
    },
    at: 'uniform',
  },
  {
    code: 'katib-without-effect',
    what: 'a step Hyperband ignores',
    wrong: { ...hyperbandParts, parameters: withEpochs.replace('max: "0.2"', 'max: "0.2", step: "0.05"') },
    right: hyperbandParts,
    at: '"0.05"',
  },
  {
    code: 'katib-distribution',
    what: 'a normal with multivariate TPE',
    wrong: {
      algorithm: algorithm('multivariate-tpe'),
      parameters: double('lr', 'min: "1", max: "2", distribution: normal'),
    },
    right: {
      algorithm: algorithm('multivariate-tpe'),
      parameters: double('lr', 'min: "1", max: "2", distribution: logUniform'),
    },
    at: 'normal',
  },
  {
    code: 'katib-always-log',
    what: 'a range from zero with Bayesian optimisation',
    wrong: { algorithm: algorithm('bayesianoptimization'), parameters: double('lr', 'min: "0", max: "1"') },
    right: { algorithm: algorithm('bayesianoptimization'), parameters: double('lr', 'min: "0.1", max: "1"') },
    at: '"0"',
  },
  {
    code: 'katib-unclipped-normal',
    what: 'a normal that passes its bounds',
    wrong: { parameters: double('lr', 'min: "1", max: "2", distribution: normal') },
    right: { parameters: double('lr', 'min: "1", max: "2", distribution: uniform') },
    at: 'normal',
  },
  {
    code: 'katib-step',
    what: 'a grid over a double without a step',
    wrong: { algorithm: algorithm('grid'), counts: '' },
    right: {
      algorithm: algorithm('grid'),
      counts: '',
      parameters: double('lr', 'min: "0.01", max: "0.05", step: "0.01"'),
    },
    at: 'feasibleSpace',
  },
  {
    code: 'katib-grid-size',
    what: 'more trials than the grid has combinations',
    wrong: {
      algorithm: algorithm('grid'),
      counts: 'maxTrialCount: 10',
      parameters: double('lr', 'min: "0.01", max: "0.05", step: "0.005"'),
    },
    right: {
      algorithm: algorithm('grid'),
      counts: 'maxTrialCount: 9',
      parameters: double('lr', 'min: "0.01", max: "0.05", step: "0.005"'),
    },
    at: '10',
    fixed: '9',
  },
  {
    code: 'katib-dimensions',
    what: 'CMA-ES over one number',
    wrong: { algorithm: algorithm('cmaes') },
    right: { algorithm: algorithm('cmaes'), parameters: withEpochs, template: templateOf('lr', 'epochs') },
    at: 'cmaes',
  },
  {
    code: 'katib-hyperband-parallel',
    what: 'fewer parallel trials than Hyperband starts with',
    wrong: { ...hyperbandParts, counts: 'parallelTrialCount: 8' },
    right: hyperbandParts,
    at: '8',
    fixed: '9',
  },
  {
    code: 'katib-hyperband-resource',
    what: 'the parameter Hyperband sets',
    wrong: hyperbandParts,
    at: 'epochs',
  },
];
