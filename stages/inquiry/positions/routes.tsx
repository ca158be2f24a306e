import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { positionWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { numberOf, positionsPage } from './show.tsx'

const takeForm = fields({
  subject: field.line({ least: 5, most: 200 }),
  stance: field.choice(rules.stances),
  reason: field.text({ most: 1000 }),
})
const changeForm = fields({ newStance: field.choice(rules.stances), newReason: field.text({ most: 1000 }) })

export const positionRoutes: readonly Route[] = [
  route('inquiry.positions', { allowed: anyone, records: 'nothing' }, (visit) => positionsPage(visit)),

  route(
    'inquiry.take-position',
    { allowed: rules.mayTakePosition, records: ['inquiry.position-taken'] },
    async (visit) => {
      const form = readForm(visit, takeForm)
      if (!form.ok) return positionsPage(visit, { errors: form.errors })
      const input = { slug: visit.params.problem, ...form.value, language: visit.lang }
      const taken = await commands.takePosition(visit.database, visit.actor, input)
      return taken.ok ? back(visit, 'taken') : refused(positionWords.say(visit.lang)(`refused.${taken.refusal}`))
    },
  ),

  route(
    'inquiry.change-position',
    { allowed: rules.mayTakePosition, records: ['inquiry.position-changed'] },
    async (visit) => {
      const say = positionWords.say(visit.lang)
      const number = numberOf(visit)
      const form = readForm(visit, changeForm)
      if (!form.ok) return positionsPage(visit, { errors: form.errors, changing: number })
      const { newStance: stance, newReason: reason } = form.value
      const input = { slug: visit.params.problem, number, stance, reason, language: visit.lang }
      const changed = await commands.changePosition(visit.database, visit.actor, input)
      if (changed.ok) return back(visit, 'changed')
      if (changed.refusal !== 'nothing-changed') return refused(say(`refused.${changed.refusal}`))
      const errors = [{ field: 'newStance', text: say('refused.nothing-changed') }]
      return positionsPage(visit, { errors, changing: number })
    },
  ),
]

function back(visit: Visit<'inquiry.positions'>, what: 'taken' | 'changed'): Reply {
  const say = positionWords.say(visit.lang)
  const to = visit.to('inquiry.positions', { problem: visit.params.problem })
  return redirectSaying(to, { text: say(`done.${what}`), next: say(`done.${what}-next`) })
}
