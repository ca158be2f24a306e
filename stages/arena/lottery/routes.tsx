import { accept } from '@folkmoot/basics/result.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { back, complain } from './answering.ts'
import { beaconRoutes } from './beacon-routes.ts'
import * as commands from './commands.ts'
import { featuresOf } from '../features/store.ts'
import { readLimits } from './form.ts'
import { genderRule } from './gender-limit.ts'
import * as making from './making.ts'
import { readLimitsFile } from './limits-file.ts'
import { faultText } from '../population/show.tsx'
import { seatsToDraw, type OfferedFeature } from './offered.ts'
import { drawAgain } from './replacing.ts'
import * as rules from './rules.ts'
import {
  dataReply,
  drawPage,
  limitsFileReply,
  limitsPage,
  listFileReply,
  offeredFor,
  panelsFileReply,
  placeSay,
  populationIn,
  rowsReply,
  say,
} from './show.tsx'
import { standingOf } from './standing.ts'
import * as throwing from './throwing.ts'

const digit = field.number({ least: 0, most: 9 })
const digitsForm = fields({ hundreds: digit, tens: digit, ones: digit })
const throwForm = digitsForm.extend({
  'thrown-date': field.date(),
  'thrown-time': field.time(),
  place: field.line({ most: 200 }),
  thrownBy: field.line({ most: 200 }),
  witnesses: field.line({ most: 500 }),
  watched: field.optional(field.number({ least: 0, most: 1_000_000 })),
})
const wayForm = fields({ way: field.number({ least: 0, most: 9 }), run: field.number({ least: 1 }) })
const endForm = fields({ reason: field.text({ most: 1000 }) })

export const lotteryRoutes: readonly Route[] = [
  route('arena.lottery', { allowed: rules.mayLook, records: 'nothing' }, (visit) => drawPage(visit)),
  route('arena.lottery-limits-table', { allowed: rules.mayLook, records: 'nothing' }, limitsFileReply),
  route('arena.lottery-list', { allowed: rules.mayLook, records: 'nothing' }, listFileReply),
  route('arena.lottery-panels', { allowed: rules.mayLook, records: 'nothing' }, panelsFileReply),
  route('arena.lottery-data', { allowed: rules.mayLook, records: 'nothing' }, dataReply),
  route('arena.lottery-rows', { allowed: rules.mayReadRows, records: 'nothing' }, rowsReply),
  route('arena.lottery-limits', { allowed: rules.mayPrepare, records: 'nothing' }, (visit) => limitsPage(visit)),

  route(
    'arena.set-lottery-limits',
    { allowed: rules.mayPrepare, records: ['arena.lottery-limits-set'] },
    async (visit) => {
      const problem = await problemBySlug(visit.read, visit.params.problem)
      if (!problem) return notFound()
      const standing = await standingOf(visit.read, problem)
      const [offered, population] = [await offeredFor(visit, standing), await populationIn(visit)]
      const reading = { form: visit.form, common: visit.common, say: say(visit), untoldName: placeSay(visit)('untold') }
      const { rule } = standing.arena
      const seats = seatsToDraw(rule)
      if (visit.form.typed['read'] !== undefined) return limitsFromFile(visit, { offered, seats })
      const gender = genderRule(await featuresOf(visit.read), rule.minGenderShare, seats)
      const read = readLimits(reading, { seats, offered, gender })
      if (!read.ok) return limitsPage(visit, read.errors)
      const set = await commands.setLimits(visit.database, visit.actor, {
        features: read.features,
        slug: problem.slug,
        population: population ? `${population.name}, ${population.asOf}` : '',
      })
      if (!set.ok) return refused(say(visit)(`refused.${set.refusal}`))
      return back(visit, 'limits')
    },
  ),

  route(
    'arena.lock-lottery-list',
    { allowed: rules.mayPrepare, records: ['arena.lottery-list-locked'] },
    async (visit) => {
      const locked = await commands.lockPool(visit.database, visit.actor, visit.params.problem)
      if (!locked.ok) return complain(visit, locked.refusal)
      return back(visit, 'locked')
    },
  ),

  route(
    'arena.make-lottery-panels',
    { allowed: rules.mayPrepare, records: ['arena.lottery-panels-published', 'arena.lottery-impossible'] },
    async (visit) => {
      const asked = await making.askForPanels(visit.database, visit.actor, visit.params.problem)
      if (!asked.ok) return complain(visit, asked.refusal)
      return back(visit, 'making')
    },
  ),

  route('arena.stop-lottery-panels', { allowed: rules.mayPrepare, records: 'nothing' }, async (visit) => {
    const stopped = await making.stopMaking(visit.database, visit.actor, visit.params.problem)
    if (!stopped.ok) return complain(visit, stopped.refusal)
    return back(visit, 'stopped')
  }),

  route(
    'arena.widen-lottery-limits',
    { allowed: rules.mayPrepare, records: ['arena.lottery-limits-set'] },
    async (visit) => {
      const form = readForm(visit, wayForm)
      if (!form.ok) return complain(visit, 'no-such-way')
      const widened = await making.widenLimits(visit.database, visit.actor, {
        slug: visit.params.problem,
        ...form.value,
      })
      if (!widened.ok) return complain(visit, widened.refusal)
      return back(visit, 'wider')
    },
  ),

  route(
    'arena.write-lottery-number',
    { allowed: rules.mayPrepare, records: ['arena.lottery-number-written'] },
    async (visit) => {
      const form = readThrow(visit)
      if (!form.ok) return drawPage(visit, form.errors)
      const slug = visit.params.problem
      const written = await throwing.writeNumber(visit.database, visit.actor, { slug, ...form.value })
      if (!written.ok) return complain(visit, written.refusal)
      return back(visit, 'written')
    },
  ),

  route(
    'arena.write-lottery-number-again',
    { allowed: rules.mayPrepare, records: ['arena.lottery-drawn', 'arena.lottery-number-disputed'] },
    async (visit) => {
      const form = readForm(visit, digitsForm)
      if (!form.ok) return drawPage(visit, form.errors)
      const panel = panelOf(form.value)
      const second = await throwing.writeAgain(visit.database, visit.actor, { slug: visit.params.problem, panel })
      if (!second.ok) return complain(visit, second.refusal)
      return back(visit, second.value.isDrawn ? 'drawn' : 'disputed')
    },
  ),

  ...beaconRoutes,

  route(
    'arena.draw-lottery-again',
    { allowed: rules.mayPrepare, records: ['arena.lottery-limits-set', 'arena.lottery-list-locked'] },
    async (visit) => {
      const again = await drawAgain(visit.database, visit.actor, visit.params.problem)
      if (!again.ok) return complain(visit, again.refusal)
      return back(visit, 'again')
    },
  ),

  route('arena.end-lottery', { allowed: rules.mayPrepare, records: ['arena.lottery-ended'] }, async (visit) => {
    const form = readForm(visit, endForm)
    if (!form.ok) return drawPage(visit, form.errors)
    const ended = await making.endLottery(visit.database, visit.actor, { slug: visit.params.problem, ...form.value })
    if (!ended.ok) return complain(visit, ended.refusal)
    return back(visit, 'ended')
  }),
]

/** Nothing is set: the page shows what the file says, to be looked at. */
async function limitsFromFile(
  visit: Visit<'arena.set-lottery-limits'>,
  of: { readonly offered: readonly OfferedFeature[]; readonly seats: number },
): Promise<Reply> {
  const wrong = (texts: readonly string[]): Promise<Reply> =>
    limitsPage(
      visit,
      texts.map((text) => ({ field: 'table', text })),
    )
  const sent = visit.form.files['table']
  if (!sent) return wrong([say(visit)('file.none')])
  const read = readLimitsFile(new Uint8Array(await sent.arrayBuffer()), {
    ...of,
    untoldName: placeSay(visit)('untold'),
  })
  if (read.ok) return limitsPage(visit, [], read.features)
  return wrong(
    read.faults.map((fault) =>
      fault.of === 'table'
        ? faultText(visit, fault.fault)
        : say(visit)(`file.${fault.what}`, { row: fault.row, column: fault.column, found: fault.found }),
    ),
  )
}

/** Of dice that were looked at again nothing but what they show is written. */
function readThrow(visit: Visit<'arena.write-lottery-number'>) {
  if (visit.form.typed['same'] !== undefined) {
    const same = readForm(visit, digitsForm)
    return same.ok ? accept({ panel: panelOf(same.value), thrown: null }) : same
  }
  const form = readForm(visit, throwForm)
  if (!form.ok) return form
  const { place, thrownBy, witnesses, watched, 'thrown-date': day, 'thrown-time': hour } = form.value
  const { timeZone } = visit.jurisdiction
  const thrownAt = day.toZonedDateTime({ timeZone, plainTime: hour }).toInstant()
  return accept({ panel: panelOf(form.value), thrown: { place, thrownBy, witnesses, watched, thrownAt } })
}

function panelOf({ hundreds, tens, ones }: { hundreds: number; tens: number; ones: number }): number {
  return 100 * hundreds + 10 * tens + ones
}
