/** The codes that are asked for in the generated payer's file: one item in forty. */
export const asked = ['97110', '97112', '97140', '97161', '97530', '99213', 'G0283'];
