import type { Actor } from '@folkmoot/basics/actor.ts'
import { seatsOf } from '../../../stages/arena/index.ts'
import { answerSubstitution, nameSubstitute, sayComing } from '../../../stages/meeting/attendance/commands.ts'
import { listGround } from '../../../stages/meeting/closing/commands.ts'
import { book, offerEncounter, sayHeard } from '../../../stages/meeting/encounters/commands.ts'
import { agreeRules, proposeRules } from '../../../stages/meeting/ground-rules/commands.ts'
import { addMaterial, publishPapers } from '../../../stages/meeting/materials/commands.ts'
import { approveMinutes, writeMinutes } from '../../../stages/meeting/minutes/commands.ts'
import { wishChange } from '../../../stages/meeting/series/commands.ts'
import { agreeOnTask, finishTask } from '../../../stages/meeting/tasks/commands.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import { playEvents } from './play-events.ts'

/** What surrounds the meetings of a case in the middle of its work: rules, papers, tasks, substitutes, talks and an open evening. */
export async function playAroundMeetings(town: Lindhavn, problem: Problem): Promise<void> {
  for (const words of [
    'The town’s rules of procedure, § 14: private matters of a person',
    'The town’s rules of procedure, § 15: a contract that is being negotiated',
  ])
    await done('ground', listGround(town.daysAgo(300), town.people.clerk, words))
  await playGroup(town, problem)
  await playPapersAndTasks(town, problem)
  await playEncounters(town, problem)
  await playEvents(town, problem)
}

async function playGroup(town: Lindhavn, problem: Problem): Promise<void> {
  const { slug } = problem
  const { facilitator, mina, leo, alma } = town.people
  const rulesText =
    'We let each other finish.\nWe say “I”.\nPoliticians and citizens speak for the same time.\nPhones stay in the bag.\nDisagreement is written down as it is.'
  await done('rules', proposeRules(town.daysAgo(116), facilitator, { slug, words: rulesText }))
  const yasmin = town.inArena('yasmin', problem.id, 'member', 'arena-chair')
  await done('rules', agreeRules(town.daysAgo(115, 19), yasmin, { slug, version: 1, agreed: 14 }))
  const minaThere = town.inArena('mina', problem.id, 'member')
  const rulesMore = `${rulesText}\nWhoever has not spoken yet goes first.`
  await done('rules', proposeRules(town.daysAgo(20), minaThere, { slug, words: rulesMore }))
  const at = { slug, number: 4 }
  const seats = await seatsOf(town.database.read(town.place.id), problem.id)
  const seat = seats.find(({ account }) => account === mina.account)
  if (seat) {
    await done('substitute', nameSubstitute(town.daysAgo(60), minaThere, { slug, email: 'alma@lindhavn.example' }))
    await done('substitute', answerSubstitution(town.daysAgo(59), alma, { slug, seat: seat.id, isYes: true }))
    await done('coming', sayComing(town.daysAgo(2), minaThere, { ...at, answer: 'substitute' }))
  }
  for (const key of ['yasmin', 'idris', 'nadia'] as const)
    await done(
      'coming',
      sayComing(town.daysAgo(4), town.inArena(key, problem.id, 'member'), { ...at, answer: 'coming' }),
    )
  if (seats.some(({ account }) => account === leo.account))
    await done(
      'coming',
      sayComing(town.daysAgo(3), town.inArena('leo', problem.id, 'member'), { ...at, answer: 'not-coming' }),
    )
  await done(
    'wish',
    wishChange(town.daysAgo(5), minaThere, {
      slug,
      kind: 'move',
      number: 4,
      day: town.today.add({ days: 10 }),
      starts: Temporal.PlainTime.from('17:00'),
      ends: Temporal.PlainTime.from('19:30'),
      words: 'The pupils’ councils meet on the same evening.',
    }),
  )
}

async function playPapersAndTasks(town: Lindhavn, problem: Problem): Promise<void> {
  const { slug } = problem
  const { facilitator, officer, clerk, mina } = town.people
  const paper = (title: string, link: string, ago: number, actor: Actor, number: number) =>
    done(title, addMaterial(town.daysAgo(ago), actor, { slug, number, title, link, file: undefined }))
  await paper('Lights and speed: what is known', 'https://lindhavn.example/lights-and-speed', 50, clerk, 3)
  await paper('Three towns that tried it', 'https://lindhavn.example/three-towns', 48, facilitator, 3)
  await done('papers', publishPapers(town.daysAgo(45), facilitator, { slug, number: 3, due: null }))
  const minaThere = town.inArena('mina', problem.id, 'member')
  await paper('Photos from the walk', 'https://lindhavn.example/walk', 40, minaThere, 3)
  await paper('The text as it stands', 'https://lindhavn.example/text', 2, facilitator, 4)
  const due = town.today.add({ days: 1 }).toZonedDateTime({ timeZone: town.place.timeZone, plainTime: '09:00' })
  await done('papers', publishPapers(town.daysAgo(1), facilitator, { slug, number: 4, due: due.toInstant() }))

  const task = (number: number, item: number, what: string, owner: Actor, ago: number, dueAgo: number) =>
    done(
      what,
      agreeOnTask(town.daysAgo(ago, 21), facilitator, {
        slug,
        number,
        item,
        what,
        owner: owner.account ?? '',
        dueOn: town.today.subtract({ days: dueAgo }),
      }),
    )
  await task(1, 2, 'Ask the harbour office for keys to the short cut', clerk, 115, 95)
  await done(
    'task',
    finishTask(town.daysAgo(97), clerk, { slug, number: 1, words: 'The gate opens from 7:00 to 16:00.' }),
  )
  await task(2, 1, 'Count the lamps that do not work', officer, 80, 4)
  await task(3, 2, 'Show the first words to two classes', mina, 38, -6)
  await done('approved', approveMinutes(town.daysAgo(80, 8), facilitator, { slug, number: 1 }))
  await done('approved', approveMinutes(town.daysAgo(38, 19), facilitator, { slug, number: 2 }))
  await done(
    'correction',
    writeMinutes(town.daysAgo(30), facilitator, {
      slug,
      number: 2,
      item: 1,
      minutes: '118 cars in 40 minutes. Three near misses. One lamp of nine works.',
      decision: '',
      seen: 1,
      reason: 'Counted again from the film.',
    }),
  )
}

async function playEncounters(town: Lindhavn, problem: Problem): Promise<void> {
  const { people, today } = town
  const offered = {
    problem: problem.slug,
    access: 'Step-free',
    starts: Temporal.PlainTime.from('16:00'),
    ends: Temporal.PlainTime.from('17:00'),
  }
  const past = await done(
    'talk',
    offerEncounter(town.daysAgo(40), people.yasmin, {
      ...offered,
      kind: 'talk',
      about: 'Bringing children to school without a car',
      day: today.subtract({ days: 26 }),
      place: 'Café Kaj, the long table',
      ledBy: '',
      seats: 6,
    }),
  )
  for (const key of ['amira', 'karen', 'samir'] as const)
    await done('booking', book(town.daysAgo(35), people[key], past.number))
  await done(
    'heard',
    sayHeard(town.daysAgo(25), people.yasmin, {
      number: past.number,
      heard:
        'The last stretch is the worst, not the longest.\nNobody minds walking; they mind running.\nA bell at 7:40 would help more than a sign.',
    }),
  )
  const next = await done(
    'talk',
    offerEncounter(town.daysAgo(6), people.yasmin, {
      ...offered,
      kind: 'talk',
      about: 'The quiet hour: what it would change for you',
      day: today.add({ days: 6 }),
      place: 'Library, reading room',
      ledBy: '',
      seats: 2,
    }),
  )
  for (const key of ['amira', 'otto', 'hanna'] as const)
    await done('booking', book(town.daysAgo(4), people[key], next.number))
  const visit = await done(
    'visit',
    offerEncounter(town.daysAgo(5), people.idris, {
      ...offered,
      kind: 'visit',
      about: 'Østre School at half past seven',
      day: today.add({ days: 12 }),
      starts: Temporal.PlainTime.from('07:15'),
      ends: Temporal.PlainTime.from('08:15'),
      place: 'The gate of Østre School',
      ledBy: 'The head of the school',
      seats: 8,
    }),
  )
  await done('booking', book(town.daysAgo(3), people.noah, visit.number))
}
