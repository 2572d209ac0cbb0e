/**
 * The 12 averages of the published 97760 payer table, in cents, with the values computed independently
 * (type 7 = Excel PERCENTILE.INC = NumPy's default; type 6 = Excel PERCENTILE.EXC; nearest rank).
 */
const ncMedicare = 4522;
const highmarkSenior = 2856;
const vaMedicare = 4181;
const ohMedicare = 3791;
const corvel = 3850;
const ncBcbs = 15555;
const commercialWithoutOutlier = [2572, 3597, 2644, 2745, 3520, 2644];

export const all12 = [
  ...commercialWithoutOutlier,
  ncBcbs,
  ncMedicare,
  highmarkSenior,
  vaMedicare,
  ohMedicare,
  corvel,
];
export const commercial7 = [...commercialWithoutOutlier, ncBcbs];
export const commercial6 = commercialWithoutOutlier;
export const medicare3 = [ncMedicare, vaMedicare, ohMedicare];
