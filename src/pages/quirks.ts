/** What we found in the published files, in our own words: each with a case from the files, so a reader can look it up. */
export interface Quirk {
  readonly title: string;
  readonly text: string;
}

export const quirks: readonly Quirk[] = [
  {
    title: 'Percentages turned into dollars',
    text: 'Some 7,000 rows say “percent of total billed charges” and give the dollars that makes. They move with the hospital’s price list, not with a fee schedule. Files from before 2024 often leave the method blank, which can hide the same thing.',
  },
  {
    title: 'Rates above the gross charge',
    text: 'In 1,216 rows the payer’s rate is above the full price in the same file. At one Texas hospital Cigna’s 97110 reads $6,955.91 against a gross charge of $251.57: 27.65 percent entered as 2,765. Such rows stay in the release, are flagged, and are left out of the default scope.',
  },
  {
    title: 'A day’s price on one line',
    text: 'A per diem covers the whole day but is sometimes printed beside a single code, as in 97110 inpatient at $4,481.00. Left out of the default scope.',
  },
  {
    title: 'Placeholders',
    text: 'An amount of $1.00 beside $38.49 for the same plan and code is a blank in disguise. Amounts under $5 for codes where that cannot be are flagged and left out of the default scope; for packs, lamps and the nurse’s visit (99211), which may cost a few dollars, one of $1.00 counts.',
  },
  {
    title: 'The same rate many times over',
    text: 'A code appears under physical therapy, occupational therapy, assistant and telehealth lines. Identical rows are joined, and one provider has one vote per payer: the median of its distinct rates.',
  },
  {
    title: 'Assistants',
    text: 'Modifiers CQ and CO mark therapy by an assistant, which some payers pay at 85 percent. They are left out of the default scope.',
  },
  {
    title: 'Timed and untimed units',
    text: 'Most therapeutic procedures are priced per 15 minutes; evaluations and simple modalities per session. Compare like with like. No rate here carries Medicare’s reduction for several procedures in a day.',
  },
  {
    title: 'Settings and sites',
    text: 'Inpatient and outpatient prices share files, and the billing class is mostly blank or “facility”. A hospital’s facility rate is not an office’s rate. The setting a file states decides: one Texas hospital names plans “Inpatient” and states the setting “both” beside them, so their rates count as outpatient, too.',
  },
  {
    title: 'Estimates and averages',
    text: 'Some files print an estimated or average amount rather than a contract rate: the LifePoint hospitals of late 2020, and rows flagged as a hospital’s own estimate.',
  },
  {
    title: 'Payer names',
    text: 'One insurer has many spellings, ids in brackets, plans and settings packed into its name, and typing slips. Each printed name maps to a payer in the release’s plans.csv, open to review. Rental networks such as MultiPlan are never BUCA. Where the source data and the table of names disagree, the release keeps what the source states: in Illinois 51 rates of UMR, a UnitedHealth Group company, stand under other commercial payers and so in no BUCA figure.',
  },
  {
    title: 'Prices with no dollars',
    text: 'One Minnesota payer gives its therapy prices as 65 percent of charges, so it has no dollar rate for them and none was made up.',
  },
  {
    title: 'Encodings',
    text: 'Files come in several text encodings, with byte-order marks, stray spaces in headings and dates in American order. They were read as such; nothing was guessed.',
  },
];
