/** One generator of the package; its entry point would bring all seven. */
declare module 'seedrandom/lib/alea' {
  import type { PRNG } from 'seedrandom';

  export default function alea(seed: string): PRNG;
}
