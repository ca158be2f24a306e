import { joinGroup, openGroup } from '../../../stages/arena/groups/commands.ts'
import { reportForGroup } from '../../../stages/arena/groups/reporting.ts'
import { groupReportsIn } from '../../../stages/arena/index.ts'
import { nameStaff } from '../../../stages/arena/staffing/commands.ts'
import { addIdea } from '../../../stages/draft/ideas/commands.ts'
import { recommendationsOf } from '../../../stages/draft/index.ts'
import { citeFrom } from '../../../stages/draft/text/citing.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import type { PersonKey } from './cast.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

const crossing = 'The 34 crossings within 500 metres of a school are lit from October to March.'

/** Three who serve the group, each in a job of her own. */
export async function playStaffing(town: Lindhavn, { slug }: Problem): Promise<void> {
  const { people, daysAgo } = town
  for (const role of ['facilitator', 'officer', 'clerk'] as const) {
    const { account } = people[role]
    if (account === null) throw new Error(`${role} has an account`)
    await done(role, nameStaff(daysAgo(121), people.clerk, { slug, account, role, note: '' }))
  }
}

/** A working group of the way to school: who walked along without a seat, what they gave, what they reported, and where it stands in the text. */
export async function playGroups(town: Lindhavn, { slug, id }: Problem): Promise<void> {
  const { people, daysAgo, today } = town
  const mina = town.inArena('mina', id, 'member')
  await done(
    'working group',
    openGroup(daysAgo(70), mina, {
      slug,
      question: 'Which crossings does a child of six dare to cross alone?',
      worksOn:
        'We walk the four longest ways with children of the first class, mornings and afternoons, and write down where they stop. Everyone who can walk along for an hour is welcome; no knowledge is needed. We meet on Thursdays at half past seven in front of the library.',
      language: 'en',
      endsOn: today.add({ days: 40 }),
    }),
  )
  const at = { slug, number: 1 }
  const joining: readonly (readonly [PersonKey, number, boolean])[] = [
    ['alma', 68, true],
    ['kaya', 66, true],
    ['cyclists', 64, true],
    ['karen', 61, false],
    ['otto', 60, false],
  ]
  for (const [who, ago, isNamed] of joining) await done(who, joinGroup(daysAgo(ago), people[who], { ...at, isNamed }))
  const given: string[] = []
  for (const [who, ago, idea] of [
    [
      'karen',
      50,
      {
        kind: 'experience',
        title: 'They all stopped at the fish hall',
        text: 'I walked with five children on three mornings. All five stopped at the fish hall and waited for a grown-up. Delivery vans stand on both sides there, and one sees nothing between them.',
        place: 'Fish hall, Quay Street',
      },
    ],
    [
      'kaya',
      47,
      {
        kind: 'idea',
        title: 'No vans at the fish hall before nine',
        text: 'If the vans came after nine, one could see the children, and they the cars.',
        place: 'Fish hall, Quay Street',
      },
    ],
  ] as const)
    given.push(
      (await done(idea.title, addIdea(daysAgo(ago), people[who], { slug, group: 1, language: 'en', ...idea }))).id,
    )
  await done(
    'report',
    reportForGroup(daysAgo(31), people.alma, {
      ...at,
      title: 'Eleven crossings, and three where nobody dares',
      text: 'We walked with 23 children on 14 mornings. At eleven crossings most of them waited for a grown-up. At three nobody crossed alone: the fish hall, Church Corner, and the bakery. At all three it was dark, or something stood in the way. We advise to begin with those three.',
      language: 'en',
      from: given,
    }),
  )
  const read = town.database.read(town.place.id)
  const clause = (await recommendationsOf(read, id))
    .flatMap(({ clauses }) => clauses)
    .find(({ text }) => text === crossing)
  const reports = await groupReportsIn(read, id)
  if (!clause || reports.length === 0) throw new Error('the report is cited where the crossings are lit')
  await done(
    'cite',
    citeFrom(daysAgo(20), mina, {
      slug,
      clause: clause.id,
      cites: [...reports.map((one) => one.id), ...given.slice(0, 1)],
    }),
  )
}
