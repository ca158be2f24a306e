import type { ThreadGraph, ThreadNode } from '../thread-graph.ts'

type Extra = Partial<ThreadNode>

function node(id: string, title: string, weight: number, extra: Extra = {}): ThreadNode {
  return {
    id,
    title,
    weight,
    href: `?node=${id}`,
    state: 'done',
    spoken: `${weight} contributions`,
    ...extra,
  }
}

const kind = (id: string, title: string, short: string, weight: number): ThreadNode =>
  node(id, title, weight, { short, count: String(weight) })
const clause = (id: string, title: string, weight: number, extra: Extra = {}): ThreadNode =>
  node(id, title, weight, { count: String(weight), ...extra })

/** The harbour of Lindhavn, a fictional town. */
export const harbour: ThreadGraph = {
  columns: [
    {
      title: 'What people told us',
      sub: '184 contributions',
      nodes: [
        kind('e', 'Lived through a flood', 'Floods', 74),
        kind('m', 'Said at the quay meetings', 'Meetings', 38),
        kind('w', 'Written online', 'Online', 34),
        kind('l', 'Letters and paper forms', 'Letters', 22),
        kind('x', 'Facts asked for', 'Facts', 16),
      ],
    },
    {
      title: 'The common text',
      sub: '8 clauses',
      nodes: [
        clause('c3', 'Warn people early', 31),
        clause('c8', 'Help after a flood', 11),
        clause('c5', 'Share the cost', 17),
        clause('c4', 'Keep water out of cellars', 27),
        clause('c1', 'Close the harbour mouth', 36),
        clause('c7', 'Keep the view', 9),
        clause('c2', 'A higher quay', 22),
        clause('c6', 'Room for rain', 13),
        clause('u', 'Not used, with reasons', 18, { state: 'ended' }),
      ],
    },
    {
      title: 'Recommendations',
      sub: '6',
      nodes: [
        node('r1', '1 Flood warning by text', 35, { sub: '35 behind it' }),
        node('r2', '2 A flood fund', 18, { sub: '18 behind it' }),
        node('r3', '3 Valves in 212 homes', 33, { sub: '33 behind it' }),
        node('r4', '4 A gate at the mouth', 42, { sub: '42 behind it' }),
        node('r5', '5 A higher quay wall', 25, { sub: '25 behind it' }),
        node('r6', '6 A rain garden', 13, { sub: '13 behind it' }),
      ],
    },
    {
      title: 'The council’s answers',
      sub: '6',
      nodes: [
        node('a1', 'Accepted', 35, { sub: '19–0', sign: 'accepted', short: 'Yes' }),
        node('a2', 'Sent on', 18, {
          sub: 'back by 26 Feb',
          sign: 'referred',
          short: 'Later',
          state: 'promised',
        }),
        node('a3', 'Changed', 33, { sub: '12–7', sign: 'changed', short: 'Yes, but', state: 'changed' }),
        node('a4', 'Accepted, changed', 42, {
          sub: '14–5',
          sign: 'changed',
          short: 'Yes, but',
          state: 'changed',
        }),
        node('a5', 'Not accepted', 25, { sub: '6–13', sign: 'rejected', short: 'No', state: 'ended' }),
        node('a6', 'Accepted', 13, { sub: '17–2', sign: 'accepted', short: 'Yes' }),
      ],
    },
    {
      title: 'Commitments',
      sub: '5',
      nodes: [
        node('k3', 'Send text warnings', 35, { sub: 'kept', short: 'Texts' }),
        node('k4', 'Fit the valves', 33, { sub: '88 of 212', short: 'Valves', state: 'promised' }),
        node('k1', 'Build the gate', 28, { sub: 'Oct 2027', short: 'Gate', state: 'promised' }),
        node('k2', 'Sailing club keeps the gate', 14, {
          sub: 'pledged',
          short: 'Keepers',
          state: 'promised',
        }),
        node('k5', 'Plant the garden', 13, { sub: '11 days late', short: 'Garden', state: 'late' }),
      ],
    },
    {
      title: 'What came of it',
      sub: '1 measured, 2 to come',
      nodes: [
        node('o2', '61 of 64 homes warned in time', 35, { sub: 'measured', short: 'Warned' }),
        node('o1', 'Fewer wet homes', 75, { sub: 'March 2028', short: 'Dry homes', state: 'promised' }),
        node('o3', 'Less rain in drains', 13, { sub: 'June 2027', short: 'Rain', state: 'promised' }),
      ],
    },
  ],
  links: [
    ...from('e', { c3: 17, c8: 9, c5: 3, c4: 13, c1: 14, c2: 8, c6: 2, u: 8 }),
    ...from('m', { c3: 4, c8: 1, c5: 2, c4: 3, c1: 8, c7: 6, c2: 7, c6: 4, u: 3 }),
    ...from('w', { c3: 6, c5: 5, c4: 4, c1: 6, c7: 2, c2: 3, c6: 4, u: 4 }),
    ...from('l', { c3: 3, c8: 1, c5: 5, c4: 4, c1: 4, c7: 1, c2: 2, u: 2 }),
    ...from('x', { c3: 1, c5: 2, c4: 3, c1: 4, c2: 2, c6: 3, u: 1 }),
    ...from('c3', { r1: 31 }),
    ...from('c8', { r1: 4, r2: 7 }),
    ...from('c5', { r2: 11, r3: 6 }),
    ...from('c4', { r3: 27 }),
    ...from('c1', { r4: 36 }),
    ...from('c7', { r4: 6, r5: 3 }),
    ...from('c2', { r5: 22 }),
    ...from('c6', { r6: 13 }),
    ...from('r1', { a1: 35 }),
    ...from('r2', { a2: 18 }),
    ...from('r3', { a3: 33 }),
    ...from('r4', { a4: 42 }),
    ...from('r5', { a5: 25 }),
    ...from('r6', { a6: 13 }),
    ...from('a1', { k3: 35 }),
    ...from('a3', { k4: 33 }),
    ...from('a4', { k1: 28, k2: 14 }),
    ...from('a6', { k5: 13 }),
    ...from('k3', { o2: 35 }),
    ...from('k4', { o1: 33 }),
    ...from('k1', { o1: 28 }),
    ...from('k2', { o1: 14 }),
    ...from('k5', { o3: 13 }),
  ],
}

/** A case in its first weeks: little is there, most is to come. */
export const young: ThreadGraph = {
  columns: [
    {
      title: 'What people told us',
      sub: '3 contributions',
      nodes: [clause('y1', 'Experiences of the bus', 2), clause('y2', 'Ideas', 1)],
    },
    {
      title: 'The common text',
      sub: '1 clause',
      nodes: [clause('y3', 'An evening timetable that people can trust', 3)],
    },
    { title: 'Recommendations', sub: 'none yet', coming: 'from 12 January 2027', nodes: [] },
    { title: 'The council’s answers', sub: 'none yet', coming: 'by 3 March 2027', nodes: [] },
    { title: 'Commitments', sub: 'none yet', coming: 'after the answer', nodes: [] },
    { title: 'What came of it', sub: 'none yet', coming: 'measured in 2028', nodes: [] },
  ],
  links: [...from('y1', { y3: 2 }), ...from('y2', { y3: 1 })],
}

function from(id: string, to: Readonly<Record<string, number>>) {
  return Object.entries(to).map(([other, weight]) => ({ from: id, to: other, weight }))
}
