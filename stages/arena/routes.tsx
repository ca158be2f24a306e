import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Reply,
} from '../../platform/http/index.ts'
import { acceptanceRoutes } from './acceptances/routes.tsx'
import { applicationRoutes } from './application-routes.tsx'
import { callRoutes } from './calls/routes.tsx'
import { byStaffRoutes } from './by-staff/routes.tsx'
import { appealRoutes } from './appeals/routes.tsx'
import * as commands from './commands.ts'
import { compositionRoutes } from './composition/routes.tsx'
import { featureRoutes } from './features/routes.tsx'
import { groupFramingRoutes } from './framings/routes.tsx'
import { groupRoutes } from './groups/routes.tsx'
import { homeRoutes } from './homes/routes.tsx'
import { ofKnownCases } from './known-case.ts'
import { lotteryRoutes } from './lottery/routes.tsx'
import { letterRoutes } from './letters/routes.tsx'
import type { ArenaKey } from './messages/words.ts'
import { onBehalfRoutes } from './on-behalf/routes.tsx'
import { paperRoutes } from './paper/routes.tsx'
import { populationRoutes } from './population/routes.tsx'
import { representationRoutes } from './representation/routes.tsx'
import * as rules from './rules.ts'
import { staffingRoutes } from './staffing/routes.tsx'
import { workloadRoutes } from './workload/routes.tsx'
import { peoplePage, say, type OfProblem } from './show.tsx'

const callForm = fields({ until: field.date() })
const seatForm = fields({
  person: field.text({ most: 36 }),
  chair: field.ticked(),
  reason: field.text({ most: 1000 }),
  overLimit: field.optionalText({ most: 500 }),
})
const confirmForm = fields({
  exception: field.optionalText({ most: 1000 }),
  toTheRest: field.optionalText({ most: 1000 }),
})

export const arenaRoutes = ofKnownCases([
  route('arena.people', { allowed: anyone, records: 'nothing' }, (visit) => peoplePage(visit)),

  route('arena.open-call', { allowed: rules.mayLead, records: ['arena.call-opened'] }, async (visit) => {
    const form = readForm(visit, callForm)
    if (!form.ok) return peoplePage(visit, form.errors)
    const opened = await commands.openCall(visit.database, visit.actor, {
      slug: visit.params.problem,
      until: form.value.until,
      timeZone: visit.jurisdiction.timeZone,
    })
    if (!opened.ok) return complain(visit, opened.refusal)
    return redirectSaying(visit.to('arena.people', { problem: visit.params.problem }), {
      text: say(visit)('done.call'),
      next: say(visit)('done.call-next', { day: visit.time.weekday(form.value.until) }),
    })
  }),

  route(
    'arena.seat-politician',
    { allowed: rules.mayLead, records: ['arena.offered', 'arena.seated', 'arena.seated-over-limit'] },
    async (visit) => {
      const form = readForm(visit, seatForm)
      if (!form.ok) return peoplePage(visit, form.errors)
      const person = parseId('person', form.value.person)
      if (!person) return peoplePage(visit, [{ field: 'person', text: visit.common('choose-one') }])
      const seated = await commands.seatPolitician(visit.database, visit.actor, {
        slug: visit.params.problem,
        person,
        isChair: form.value.chair,
        reason: form.value.reason,
        overLimit: form.value.overLimit,
      })
      if (!seated.ok) return complain(visit, seated.refusal)
      return redirectSaying(visit.to('arena.people', { problem: visit.params.problem }), {
        text: say(visit)('done.seated'),
        next: say(visit)('done.seated-next'),
      })
    },
  ),

  route(
    'arena.confirm',
    { allowed: rules.mayLead, records: ['arena.confirmed', 'arena.application-answered'] },
    async (visit) => {
      const form = readForm(visit, confirmForm)
      if (!form.ok) return peoplePage(visit, form.errors)
      const confirmed = await commands.confirmGroup(visit.database, visit.actor, {
        slug: visit.params.problem,
        ...form.value,
      })
      if (!confirmed.ok) return complain(visit, confirmed.refusal)
      return redirectSaying(visit.to('arena.people', { problem: visit.params.problem }), {
        text: say(visit)('done.confirmed'),
        next: say(visit)('done.confirmed-next'),
      })
    },
  ),

  ...callRoutes,

  ...compositionRoutes,

  ...acceptanceRoutes,

  ...groupFramingRoutes,
  ...homeRoutes,
  ...lotteryRoutes,
  ...letterRoutes,
  ...byStaffRoutes,
  ...onBehalfRoutes,
  ...paperRoutes,
  ...featureRoutes,
  ...groupRoutes,
  ...staffingRoutes,
  ...workloadRoutes,
  ...populationRoutes,
  ...representationRoutes,
  ...appealRoutes,

  ...applicationRoutes,
])

type Refusal = Extract<ArenaKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

// Who may not act here at all has no form to mend.
const closedDoors: ReadonlySet<Refusal> = new Set<Refusal>(['staff-never-choose', 'not-yours-to-lead'])

const fieldsOfRefusals: Readonly<Partial<Record<Refusal, string>>> = {
  'closes-too-soon': 'until',
  'closes-too-late': 'until',
  'rule-not-met': 'exception',
  'waiting-applications': 'toTheRest',
  'no-seat-free': 'person',
  'seated-already': 'person',
  'no-account': 'person',
  'chair-taken': 'chair',
  'over-limit': 'overLimit',
  'reason-needed': 'reason',
}

/** The page again with what was typed, the complaint at its field; the list of what the rule misses stands beside it. */
function complain(visit: OfProblem, refusal: Refusal): Promise<Reply> | Reply {
  if (refusal === 'no-such-problem') return notFound()
  const text = say(visit)(`refused.${refusal}`)
  return closedDoors.has(refusal)
    ? refused(text, 403)
    : peoplePage(visit, [{ field: fieldsOfRefusals[refusal] ?? '', text }])
}
