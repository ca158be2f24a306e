import type { Script } from '../script.ts'

/** Handed over: some answers are given, one is parked, one is missing, and the clock runs. */
export const bus: Script = {
  question: 'Who should the evening bus to Nordby serve?',
  whatHappens: 'The last bus to Nordby leaves at 18:40. Nurses, cooks and pupils who train in the evening are left at the station. The evening bus was cut in 2023 because it ran nearly empty at 22.',
  whoIsAffected: 'About 260 people who travel after 19, and 1,400 who live in Nordby.',
  raisedBy: 'samir',
  ago: 330,
  actors: [
    { name: 'Evening workers from Nordby', relation: 'affected', how: 'Walk four kilometres or pay for a taxi.' },
    { name: 'The sports clubs', relation: 'affected', how: 'Lose members from Nordby at fourteen.' },
    { name: 'The bus company', relation: 'relevant', how: 'Runs the line until 2028.' },
  ],
  sponsors: [{ who: 'pia', words: 'A town that lets its nurses walk home in the dark has its priorities wrong.', ago: 322 }],
  mandate: {
    ago: 300,
    preset: 'gentofte',
    question: 'Whom should an evening connection to Nordby serve, and how?',
    background: 'The evening bus ran until 2023 and carried six people a trip at 22, but twenty-one at 20.',
    tasks: 'Say who needs it when. Recommend times and means within the money.',
    outOfScope: 'The daytime lines and the price of tickets, which the region sets.',
    politicians: 2,
    citizens: 4,
    profiles: [
      { name: 'Evening worker', wanted: 2, description: 'Travels to or from Nordby after 19.' },
      { name: 'Young person', wanted: 1, description: 'Trains or studies in the evening.' },
      { name: 'Nordby', wanted: 1, description: 'Lives in Nordby.' },
    ],
    startsAgo: 260,
    endsAgo: 100,
    meetings: 4,
    economicFrame: '900,000 kroner a year.',
    canChange: 'Times, route, bus or shared taxi.',
    cannotChange: 'The price of tickets and the 900,000 kroner.',
    answerWithin: { count: 40, unit: 'working-days' },
    adopted: {
      ago: 280,
      gate: ['Only those who travel know the hours.', 'No timetable is ordered for 2027.', 'The works committee has said it answers each point.', 'A clerk and an officer are set aside.', 'The order for 2027 is placed in December.'],
      votesFor: 16, votesAgainst: 3, abstentions: 0, reference: 'Case 2026-0021, item 6', dissent: '',
    },
  },
  arena: {
    callAgo: 278,
    callUntilAgo: 265,
    applications: [
      { who: 'samir', ago: 275, profile: 'Evening worker', motivation: 'I cook until ten.', tie: 'I live in Nordby.', gender: 'man', answer: { isSelected: true, reason: 'Travels at ten every night.', ago: 263 } },
      { who: 'freja', ago: 274, profile: 'Young person', motivation: 'I train three evenings and my mother drives me.', tie: 'I live in Nordby.', gender: 'woman', answer: { isSelected: true, reason: 'Trains three evenings a week.', ago: 263 } },
      { who: 'karen', ago: 272, profile: 'Nordby', motivation: 'The bus with a ramp was the only one I could use.', tie: 'I live in Nordby.', gender: 'woman', answer: { isSelected: true, reason: 'Needs a bus with a ramp.', ago: 263 } },
      { who: 'noah', ago: 271, profile: 'Evening worker', motivation: 'Night shifts begin at eleven.', tie: 'I work in Nordby.', gender: 'man', answer: { isSelected: true, reason: 'Travels the other way, to the night shift.', ago: 263 } },
    ],
    politicians: [
      { who: 'pia', reason: 'Took the problem up.', isChair: true },
      { who: 'sanne', reason: 'Sits in the works committee, from another party.' },
    ],
    seatedAgo: 262,
    confirmed: { ago: 261, exception: '' },
  },
  work: {
    meetings: [
      { title: 'Who travels when', ago: 240, starts: '18:30', ends: '21:00', place: 'Nordby school', access: 'Step-free', items: [{ title: 'Counting at the stop', minutes: 90, owner: 'Samir Aziz', notes: 'Twenty-one people at 20, six at 22, nine at 23.', decision: 'Twenty o’clock first.' }], absent: [] },
      { title: 'Writing the text', ago: 150, starts: '18:30', ends: '21:00', place: 'Town Hall, room 1', access: 'Step-free', items: [{ title: 'Bus or shared taxi', minutes: 90, owner: 'Pia Sandvig', notes: 'A shared taxi costs a third at 23.', decision: 'Bus at 20, taxi on call after 22.' }], absent: ['noah'] },
    ],
    ideas: [
      { by: 'samir', ago: 235, kind: 'experience', title: 'Four kilometres after ten', text: 'There is no pavement after the bridge. I walk with a lamp on my back.', place: 'Nordby road' },
      { by: 'karen', ago: 230, kind: 'experience', title: 'A taxi that cannot take me', text: 'Only one taxi in town has a ramp. It does not drive after eight.', place: 'Nordby' },
      { by: 'freja', ago: 225, kind: 'idea', title: 'Leave when training ends', text: 'Training ends at 19:45 everywhere. A bus at 20:00 would take us all.', place: '' },
      { by: 'otto', ago: 220, kind: 'idea', title: 'Call the bus', text: 'After ten let people call a shared taxi for the price of a bus.', place: '' },
    ],
    recommendations: [
      { by: 'freja', ago: 148, title: 'A bus at eight', text: 'A bus leaves for Nordby at 20:00 on weekdays.', clauses: [{ text: 'A bus leaves the station for Nordby at 20:00 from Monday to Friday.', ideas: [3, 1] }] },
      { by: 'samir', ago: 147, title: 'A shared taxi after ten', text: 'After 22 a shared taxi can be called for the price of a bus.', clauses: [{ text: 'Between 22:00 and 00:30 a shared taxi to Nordby can be called for the price of a bus ticket.', ideas: [1, 4] }] },
      { by: 'karen', ago: 146, title: 'A ramp on every trip', text: 'Whatever drives in the evening has a ramp.', clauses: [{ text: 'Every evening trip, bus or taxi, can take a wheelchair.', ideas: [2] }] },
      { by: 'pia', ago: 145, title: 'Light along the Nordby road', text: 'Those who walk can see.', clauses: [{ text: 'The Nordby road is lit from the bridge to the first houses.', ideas: [1] }], against: ['sanne'], minorityText: 'Light belongs to the road budget, not to this mandate.' },
    ],
  },
  answer: {
    handedOverAgo: 50,
    meetingAgo: 12,
    returnAgo: -170,
    staffNote: 'The bus at 20:00 costs 640,000 kroner a year. The region must agree to the shared taxi. Vehicles with a ramp are available from March.',
    answers: [
      { number: 1, by: 'ragna', ago: 9, kind: 'accept', reason: 'Twenty-one people a trip is more than most daytime lines carry. We order it from February.' },
      { number: 2, by: 'ragna', ago: 8, kind: 'park', reason: 'The region must agree to the price first. We have asked and expect an answer in January.', parkUntilAgo: -60 },
      { number: 3, by: 'idris', ago: 6, kind: 'accept-amended', reason: 'The bus can have a ramp from the first day. For the taxi we need until March, when the new contract begins.', amendedText: 'Every evening bus can take a wheelchair from February, every evening taxi from March.' },
    ],
  },
}
