import type { WorkScript } from '../script.ts'

/** Three meetings that were held, with what was decided, and the one to come. */
export const schoolMeetings: WorkScript['meetings'] = [
  {
    title: 'The routes as children see them',
    ago: 115,
    starts: '18:00',
    ends: '20:30',
    place: 'Town Hall, room 2',
    access: 'Step-free, hearing loop, childcare',
    items: [
      {
        title: 'Ground rules',
        minutes: 30,
        owner: 'Jon Marsh',
        notes: 'We let each other finish. We say “I”. Phones stay in the bag.',
        decision: 'The ground rules are adopted.',
      },
      {
        title: 'Maps drawn by three classes',
        minutes: 90,
        owner: 'Freja Munk',
        notes: '61 places marked as unsafe; 22 of them by more than one class.',
        decision: 'Walk the four longest routes together.',
      },
    ],
    absent: ['birgit'],
  },
  {
    title: 'A walk at 7:30',
    ago: 80,
    starts: '07:15',
    ends: '09:00',
    place: 'Corner of School Lane and Quay Street',
    access: 'Step-free route',
    items: [
      {
        title: 'Walk to Østre School and back',
        minutes: 90,
        owner: 'Mina Dahl',
        notes: '112 cars in 40 minutes. Three near misses. One lamp of nine works.',
        decision: '',
      },
    ],
    absent: ['tomas', 'noah'],
  },
  {
    title: 'What others have done',
    ago: 38,
    starts: '18:00',
    ends: '20:30',
    place: 'Town Hall, room 2',
    access: 'Step-free, hearing loop, childcare',
    items: [
      {
        title: 'Facts on lights and speed',
        minutes: 45,
        owner: 'Berit Lang',
        notes: 'Nineteen of 34 crossings are dark. A lit crossing costs 85,000 kroner.',
        decision: '',
      },
      {
        title: 'First words of the text',
        minutes: 75,
        owner: 'Yasmin Odal',
        notes:
          'Four things belong in the text: ask the children, light, a quiet hour, someone who walks along. How long the hour is stays open.',
        decision: 'Ask everybody to vote on statements.',
      },
    ],
    absent: [],
  },
  {
    title: 'Writing the text',
    ago: -3,
    starts: '18:00',
    ends: '20:30',
    place: 'Town Hall, room 2',
    access: 'Step-free, hearing loop, childcare',
    items: [
      { title: 'What the votes say', minutes: 40, owner: 'Jon Marsh' },
      { title: 'The quiet hour', minutes: 70, owner: 'Tomas Brekke' },
    ],
  },
]
