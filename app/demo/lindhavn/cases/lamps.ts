import type { Script } from '../script.ts'

/** Enough supports came together; the council has let its day pass. */
export const lamps: Script = {
  question: 'How do we get home safely when the lamps go out at midnight?',
  whatHappens:
    'Since January the lamps in Mill Lane and on the path to the station go out at midnight to save power. The last train comes at 00:40. In March a nurse coming home from the late shift fell on the steps; twice somebody was followed.',
  whoIsAffected: 'People who work late, mostly in the hospital and the restaurants, and whoever takes the last train.',
  raisedBy: 'zara',
  ago: 120,
  agenda: { ago: 104, online: 24, paper: 11 },
}
