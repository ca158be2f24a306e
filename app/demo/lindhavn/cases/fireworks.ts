import type { Script } from '../script.ts'

/** The council answered in time, with a reason: no. */
export const fireworks: Script = {
  question: 'How do animals and people get through the fireworks of the regatta?',
  whatHappens:
    'The fireworks at the end of the regatta last forty minutes, from the quay. Horses at Sandvig broke their fence last summer. People who came from the war stay indoors with the radio on.',
  whoIsAffected: 'Animals within two kilometres, people who fled from war, small children.',
  raisedBy: 'samir',
  ago: 170,
  agenda: {
    ago: 150,
    online: 31,
    paper: 0,
    refused: {
      ago: 115,
      reason:
        'The regatta is held by the sailing club on the state’s water: the council may neither forbid nor pay for what it does there. The harbour master has asked the club to end before 22:00 and to name the hour a week before.',
      reference: 'Item 11, petition on fireworks',
      votesFor: 12,
      votesAgainst: 7,
    },
  },
}
