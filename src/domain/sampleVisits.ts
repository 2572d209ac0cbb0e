import type { TypicalVisit } from './typicalVisit.ts';

/** A made-up year of a made-up clinic, to try the page with: the counts are nobody's. */
export const sampleVisits: readonly TypicalVisit[] = [
  {
    id: 'evaluation',
    name: 'First visit',
    services: [
      { code: '97161', units: 1 },
      { code: '97110', minutes: 15 },
    ],
    assistant: false,
    perYear: 250,
  },
  {
    id: 'follow-up',
    name: 'Follow-up',
    services: [
      { code: '97110', minutes: 30 },
      { code: '97140', minutes: 15 },
    ],
    assistant: false,
    perYear: 1200,
  },
  {
    id: 'activities',
    name: 'Activities, by an assistant',
    services: [
      { code: '97110', minutes: 18 },
      { code: '97530', minutes: 20 },
    ],
    assistant: true,
    perYear: 300,
  },
];
