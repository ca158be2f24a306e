import { recommendationsOf } from '../../../stages/draft/index.ts'
import { citeFrom } from '../../../stages/draft/text/citing.ts'
import { announceEvent, enterBatch, tellResult } from '../../../stages/meeting/events/commands.ts'
import { gatheringsOf } from '../../../stages/meeting/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

/** An open evening with what came of it and what was collected there, and a walk to come. */
export async function playEvents(town: Lindhavn, problem: Problem): Promise<void> {
  const { slug } = problem
  const { facilitator, clerk } = town.people
  const hours = { starts: Temporal.PlainTime.from('16:00'), ends: Temporal.PlainTime.from('19:00') }
  await done(
    'event',
    announceEvent(town.daysAgo(70), facilitator, {
      slug,
      ...hours,
      title: 'Open evening at the library',
      about:
        'A map of the town on the floor, red and green pins, coffee. Come when you like, stay as long as you like.',
      place: 'Lindhavn Library',
      access: 'Step-free, child care, an interpreter for Danish and Arabic',
      day: town.today.subtract({ days: 55 }),
    }),
  )
  await done(
    'result',
    tellResult(town.daysAgo(54), facilitator, {
      slug,
      number: 1,
      headcount: 86,
      result:
        'Most pins stand on three crossings. Parents and drivers disagree on the quiet hour; nobody disagrees on light. Eleven people said that they had never been to a meeting of the town before.',
    }),
  )
  // What was said there goes into the text like everything else.
  const read = town.database.read(town.place.id)
  const [event] = await gatheringsOf(read, problem.id)
  const lit = (await recommendationsOf(read, problem.id)).find(({ title }) => title === 'Light the crossings')
  const clause = lit?.clauses[0]?.id
  if (!event || !clause) throw new Error('the open evening and the lights belong together')
  const yasmin = town.inArena('yasmin', problem.id, 'member', 'arena-chair')
  await done('cited', citeFrom(town.daysAgo(18), yasmin, { slug, clause, cites: [event.id] }))
  const collected = { slug, collectedOn: town.today.subtract({ days: 55 }) }
  await done(
    'batch',
    enterBatch(town.daysAgo(50), clerk, {
      ...collected,
      channel: 'event',
      event: 1,
      collectedBy: 'Lindhavn Library',
      sheets: 64,
      entered: 16,
      sample: 'Every fourth sheet, from the top of the heap',
    }),
  )
  await done(
    'batch',
    enterBatch(town.daysAgo(49), clerk, {
      ...collected,
      channel: 'phone',
      event: null,
      collectedBy: 'The citizens’ desk',
      sheets: 7,
      entered: 7,
      sample: '',
    }),
  )
  await done(
    'event',
    announceEvent(town.daysAgo(8), facilitator, {
      slug,
      ...hours,
      title: 'A walk with the draft in hand',
      about: 'We read the text where it would hold, and write on it.',
      place: 'Corner of School Lane and Quay Street',
      access: 'Step-free route',
      day: town.today.add({ days: 15 }),
    }),
  )
}
