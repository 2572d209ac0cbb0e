/** A rule of paying visits, who says it, and how near we came to them. */
export interface VisitSource {
  readonly rule: string;
  readonly source: string;
  /** What was read itself, and what only in others' words. */
  readonly read: string;
}

/** Where the rules of this page come from. A payer's own policy goes before any of it. */
export const visitSources: readonly VisitSource[] = [
  {
    rule: '8-minute rule',
    source: 'CMS, Medicare Claims Processing Manual, chapter 5, section 20.2',
    read: 'As quoted by others; the section itself was not read.',
  },
  {
    rule: 'Midpoint rule',
    source: 'CPT Professional 2024, p. xx',
    read: 'As quoted in a coding column; CPT itself was not read.',
  },
  {
    rule: 'Half of practice expense after the first unit',
    source:
      'CMS, record layout of its relative value files (MULT PROC 5); Medicare Claims Processing Manual, chapter 5, section 10.7',
    read: 'The layout and the pages of two Medicare contractors (Novitas, NGS) were read; section 10.7 itself was not. CMS’s own column of reduced amounts, 37 amounts of Alaska 2025, comes out to the cent.',
  },
  {
    rule: 'Payers that reduce like Medicare',
    source:
      'UnitedHealthcare, Multiple Therapy Procedure Reduction Policy; Aetna, by Midlands Choice’s notice of October 2013; Blue Cross NC, facilities, July 2024',
    read: 'The payers’ own pages, in part; Aetna’s through the network’s notice. Which contracts they bind is not said.',
  },
  {
    rule: 'Half of the rate after the first unit',
    source:
      'Independence Blue Cross, claim payment policy bulletin 00.01.68b (facilities); AmeriHealth, notice of a change on July 1, 2024',
    read: 'The bulletin and the notice with its example were read: three units at $100 and two at $75 pay $275.',
  },
  {
    rule: 'Half of the rate on later codes',
    source:
      'Independence Blue Cross, MA PPO Host bulletin for outpatient facilities; AmeriHealth’s notice, for claims before July 1, 2024',
    read: 'The bulletin and the notice were read: the same visit pays $375. The two readings differ, so both can be chosen.',
  },
  {
    rule: 'Assistants at 85%',
    source: 'Social Security Act, section 1834(v); CMS, billing examples for CQ and CO',
    read: 'CMS’s page was read; the section as it quotes it: 85% of “the otherwise applicable Part B payment”. Here it is taken of all that is allowed, after the reduction. Two trade sources (WebPT, PT Management) take it of Medicare’s own 80% alone, which leaves 88% of what is allowed.',
  },
  {
    rule: 'Sequestration',
    source:
      'Protecting Medicare and American Farmers from Sequester Cuts Act, section 2; CARES Act, section 3709',
    read: 'Section 2 was read in a copy of the statute: none to March 31, 2022, 1% to June 30, 2%. The suspension’s start in May 2020, and that it follows coinsurance, as medical associations’ and accountants’ notices say.',
  },
];
