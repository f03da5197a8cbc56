import type { LabelledRows } from './labelledRows';

/** Length and width of sepal and petal of 150 irises in millimetres, a character each, 50 of each species. */
const measured =
  '[K6*YF6*WH5*VG7*ZL6*^O9,VJ6+ZJ7*TE6*YG7)^M7*XJ8*XF6)SF3)bP4*aT7,^O5,[K6+aN9+[N7+^J9*[M7,VL2*[I9-XJ;*ZF8*ZJ8,' +
  '\\K7*\\J6*WH8*XG8*^J7,\\Q7)_R6*YG7*ZH4*_K5*YL6)TF5*[J7*ZK5+U?5+TH5*ZK8.[N;,XF6+[N8*VH6*]M7*ZI6*nHW6hHU7mGY7' +
  '_?P5iDV7aDU5gIW8Y@I2jEV5\\CO6Z<K2cFR7d>P2eEW6`EL5kGT6`FU7bCQ2f>U7`AO3cHX:eDP5gAY7eDW4hES5jFT6lDX6kFZ9dEU7' +
  'aBK2_@N3_@M2bCO4dC[8^FU7dJU8kGW7g?T5`FQ5_AP5_BT4eFV6bBP4Z?I2`CR5aFR4aER5fES5[AF3aDQ5gIdAbC[;oFc=gE`:iFb>' +
  'tFj=YAU9qEg:kAb:pLeAiH[<hC];lF_=aAZ<bD[@hH]?iF_:uNk>uBm?d>Z7mHa?`DY<uDk<gCY:kIa=pHd:fDX:eFY:hD`=pFb8rDe;' +
  'wNh<hD`>gD[7eB`6uFe?gJ`@hG_:dFX:mG^=kG`@mG[?bC[;lHc?kIaAkF\\?gAZ;iF\\<fJ^?cF[:';

/**
 * R. A. Fisher's irises, Annals of Eugenics 7 (1936), table I, as measured by E. Anderson: setosa, versicolor and
 * virginica in turn. In the public domain.
 */
export function iris(): LabelledRows {
  const values = Float64Array.from(measured, letter => (letter.charCodeAt(0) - 40) / 10);
  return {
    values,
    width: 4,
    labels: Uint8Array.from({ length: 150 }, (_, i) => Math.floor(i / 50)),
    classes: 3,
  };
}
