import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
} from '../../../platform/http/index.ts'
import { arenaWords } from '../messages/words.ts'
import { mayLead } from '../rules.ts'
import { peoplePage, type OfProblem } from '../show.tsx'
import { openCallAgain } from './commands.ts'
import { callsWords } from './messages/words.ts'
import type { CallAgainRefusal } from './rules.ts'

const againForm = fields({ 'until-again': field.date() })

export const callRoutes: readonly Route[] = [
  route('arena.call-again', { allowed: mayLead, records: ['arena.call-opened-again'] }, async (visit) => {
    const form = readForm(visit, againForm)
    if (!form.ok) return peoplePage(visit, form.errors)
    const until = form.value['until-again']
    const { timeZone } = visit.jurisdiction
    const opened = await openCallAgain(visit.database, visit.actor, { slug: visit.params.problem, until, timeZone })
    if (!opened.ok) return complain(visit, opened.refusal)
    const say = callsWords.say(visit.lang)
    return redirectSaying(visit.to('arena.people', { problem: visit.params.problem }), {
      text: say('done.again'),
      next: say('done.again-next', { day: visit.time.weekday(until) }),
    })
  }),
]

function complain(visit: OfProblem, refusal: CallAgainRefusal | 'no-such-problem') {
  const [say, sayArena] = [callsWords.say(visit.lang), arenaWords.say(visit.lang)]
  switch (refusal) {
    case 'somebody-left':
    case 'draw-goes-on':
    case 'call-not-closed':
      return peoplePage(visit, [{ field: '', text: say(`refused.${refusal}`) }])
    case 'closes-too-soon':
    case 'closes-too-late':
      return peoplePage(visit, [{ field: 'until-again', text: sayArena(`refused.${refusal}`) }])
    case 'no-such-problem':
      return notFound()
    case 'staff-never-choose':
    case 'not-yours-to-lead':
      return refused(sayArena(`refused.${refusal}`), 403)
    default:
      return peoplePage(visit, [{ field: '', text: sayArena(`refused.${refusal}`) }])
  }
}
