/**
 * A made-up contract to try the desk with: 25 codes × 4 payers with a year's volumes. No practice, payer or release
 * has these rates; each is a round number near what such services cost, so that every figure of it can be reckoned by hand.
 */
export const contractExampleName = 'example-contract-made-up.csv';

const payers = ['Aetna PPO', 'BCBS PPO', 'Cigna PPO', 'UnitedHealthcare PPO'] as const;

/** Code, then rate in dollars and units a year for each payer, in the order above. */
const rates: readonly (readonly [string, ...(readonly [number, number][])])[] = [
  ['97110', [27, 3200], [31, 4100], [25, 1500], [29, 2600]],
  ['97112', [30, 1400], [34, 1900], [27, 700], [32, 1200]],
  ['97140', [25, 2400], [29, 3000], [23.5, 1100], [27, 1900]],
  ['97530', [33, 1500], [38, 1800], [30, 650], [35.5, 1300]],
  ['97116', [26, 300], [30, 420], [24, 150], [28, 260]],
  ['97535', [29, 180], [33, 240], [27, 80], [31, 150]],
  ['97150', [16, 220], [18, 300], [15, 100], [17, 180]],
  ['97124', [24, 90], [28, 120], [22, 40], [26, 75]],
  ['97113', [33, 160], [38, 210], [30, 70], [35, 130]],
  ['97012', [13, 140], [15, 190], [12, 60], [14, 110]],
  ['97014', [12, 310], [14, 420], [11, 140], [13, 250]],
  ['97016', [11, 85], [12.5, 110], [10, 40], [12, 70]],
  ['97032', [13, 120], [15, 160], [12, 55], [14, 95]],
  ['97033', [18, 30], [20, 42], [16, 14], [19, 25]],
  ['97035', [11, 380], [13, 510], [10.5, 170], [12, 300]],
  ['97161', [82, 210], [95, 290], [78, 95], [88, 180]],
  ['97162', [82, 150], [95, 200], [78, 70], [88, 120]],
  ['97163', [82, 45], [95, 60], [78, 20], [88, 35]],
  ['97164', [56, 130], [65, 170], [53, 60], [60, 105]],
  ['97165', [85, 40], [98, 55], [80, 18], [90, 32]],
  ['97166', [85, 28], [98, 36], [80, 12], [90, 22]],
  ['97168', [58, 24], [67, 30], [55, 10], [62, 18]],
  ['97750', [29, 60], [34, 80], [27, 25], [31, 48]],
  ['97760', [42, 35], [48, 46], [39, 15], [45, 27]],
  ['97010', [5, 260], [6, 350], [4.5, 120], [5.5, 210]],
];

/** The example as a CSV, one line for each code and payer. */
export function contractExample(): string {
  const lines = rates.flatMap(([code, ...cells]) =>
    cells.map(([rate, units], index) => `${code},${payers[index]},${rate.toFixed(2)},${units},11,2026-01-01`),
  );
  return `${['code,payer,rate,volume,place_of_service,effective_date', ...lines].join('\r\n')}\r\n`;
}
