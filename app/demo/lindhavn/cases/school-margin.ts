import type { MarginScript } from '../script.ts'

const asks =
  'Each school asks its pupils every autumn which places feel unsafe. The town publishes the answers as a map within four weeks.'
const lights = 'The 34 crossings within 500 metres of a school are lit from October to March.'
const lane =
  'School Lane is closed to cars from 7:45 to 8:15 on school days, except for people who live there or cannot walk.'

/** In the margins of the text: changes accepted, declined and open, comments, what members think unseen, and the other side. */
export const schoolMargin: MarginScript = {
  amendments: [
    {
      clause: asks,
      by: 'tomas',
      ago: 15,
      kind: 'replace',
      words:
        'Each school asks its pupils every autumn which places feel unsafe. The town publishes the answers as a map within four weeks, and says in spring what it did.',
      reason: 'Children who are asked and never hear again do not answer twice.',
      decided: { by: 'zara', ago: 15, choice: 'accept', reason: 'It is what the pupils asked for themselves.' },
    },
    {
      clause: lane,
      by: 'jens',
      ago: 15,
      kind: 'drop',
      words: '',
      reason: 'Nobody should need leave to use the road he lives on.',
      decided: {
        by: 'yasmin',
        ago: 15,
        choice: 'decline',
        reason: 'People who live there are let through since the second version. The rest of us stand behind the hour.',
      },
    },
    {
      clause: lights,
      by: 'hanna',
      ago: 12,
      kind: 'add',
      words: 'Where a crossing is lit, its kerbs get a ramp in the same work.',
      reason: 'The street is opened once. A wheelchair needs the ramp as much as the lamp.',
    },
  ],
  remarks: [
    { clause: lights, by: 'birgit', ago: 13, text: 'Who pays for the current? It is not in the 1.6 million.' },
    { clause: lights, by: 'idris', ago: 12, text: 'The works committee. I asked: 31,000 kroner a year.', replyTo: 1 },
    { clause: lane, by: 'mina', ago: 14, text: 'Say also who closes it. Last time nobody knew.', settledBy: 'yasmin' },
  ],
  polls: [{ clause: lights, ago: 13, against: ['birgit'], canLive: ['tomas', 'jens', 'emil', 'hanna', 'noah'] }],
  counterCases: [
    {
      title: 'Light the crossings',
      ago: 12,
      asked: ['birgit', 'jens'],
      writtenBy: 'birgit',
      writtenAgo: 9,
      text: 'Light is the dearest of our four wishes and the least certain: seven of the eleven accidents happened by day. A lit crossing makes walkers feel seen by drivers who still do 45. For the same money every route could have its bumps this year, and those work in June too.',
    },
  ],
  signatures: [{ title: 'A quiet hour', ago: 8, by: ['emil', 'tomas'] }],
}
