import { beaconKeys } from '@folkmoot/sortition/beacons.ts'
import { field, fields, readForm, route, type Route } from '../../../platform/http/index.ts'
import { back, complain } from './answering.ts'
import * as reading from './reading.ts'
import { mayPrepare } from './rules.ts'
import { drawPage } from './show.tsx'

const announceForm = fields({ beacon: field.choice(beaconKeys), 'from-date': field.date(), 'from-time': field.time() })
// Longer than any randomness: what was copied with it is cut off with words of our own.
const randomness = field.line({ most: 1000 })
const readingForm = fields({ randomness, signature: field.optional(field.line({ most: 1000 })) })
const againForm = fields({ randomness })
const foundForm = fields({ found: field.text({ most: 1000 }) })

/** The acts on a public beacon that gives the number in the place of dice. */
export const beaconRoutes: readonly Route[] = [
  route(
    'arena.announce-lottery-beacon',
    { allowed: mayPrepare, records: ['arena.lottery-beacon-announced'] },
    async (visit) => {
      const form = readForm(visit, announceForm)
      if (!form.ok) return drawPage(visit, form.errors)
      const { beacon, 'from-date': day, 'from-time': hour } = form.value
      const announced = await reading.announceBeacon(visit.database, visit.actor, {
        slug: visit.params.problem,
        beacon,
        from: day.toZonedDateTime({ timeZone: visit.jurisdiction.timeZone, plainTime: hour }).toInstant(),
      })
      return announced.ok ? back(visit, 'announced') : complain(visit, announced.refusal)
    },
  ),

  route(
    'arena.write-lottery-reading',
    { allowed: mayPrepare, records: ['arena.lottery-reading-written'] },
    async (visit) => {
      const form = readForm(visit, readingForm)
      if (!form.ok) return drawPage(visit, form.errors)
      const slug = visit.params.problem
      const written = await reading.writeReading(visit.database, visit.actor, { slug, ...form.value })
      return written.ok ? back(visit, 'reading') : complain(visit, written.refusal)
    },
  ),

  route(
    'arena.write-lottery-reading-again',
    { allowed: mayPrepare, records: ['arena.lottery-drawn', 'arena.lottery-reading-disputed'] },
    async (visit) => {
      const form = readForm(visit, againForm)
      if (!form.ok) return drawPage(visit, form.errors)
      const slug = visit.params.problem
      const second = await reading.writeReadingAgain(visit.database, visit.actor, { slug, ...form.value })
      if (!second.ok) return complain(visit, second.refusal)
      return back(visit, second.value.isDrawn ? 'drawn' : 'reading-disputed')
    },
  ),

  route(
    'arena.doubt-lottery-beacon',
    { allowed: mayPrepare, records: ['arena.lottery-beacon-doubted'] },
    async (visit) => {
      const form = readForm(visit, foundForm)
      if (!form.ok) return drawPage(visit, form.errors)
      const doubted = await reading.doubtBeacon(visit.database, visit.actor, {
        slug: visit.params.problem,
        ...form.value,
      })
      return doubted.ok ? back(visit, 'doubted') : complain(visit, doubted.refusal)
    },
  ),

  route(
    'arena.give-lottery-beacon-up',
    { allowed: mayPrepare, records: ['arena.lottery-beacon-given-up'] },
    async (visit) => {
      const form = readForm(visit, foundForm)
      if (!form.ok) return drawPage(visit, form.errors)
      const up = await reading.giveBeaconUp(visit.database, visit.actor, { slug: visit.params.problem, ...form.value })
      return up.ok ? back(visit, 'given-up') : complain(visit, up.refusal)
    },
  ),
]
