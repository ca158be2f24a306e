import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import * as rules from './rules.ts'
import { rulesPage, say } from './show.tsx'

const proposeForm = fields({ words: field.text({ most: 4000 }) })
const agreeForm = fields({ agreed: field.number({ least: 1, most: 1000 }) })

export const groundRulesRoutes: readonly Route[] = [
  route('meeting.rules', { allowed: anyone, records: 'nothing' }, (visit) => rulesPage(visit)),

  route('meeting.propose-rules', { allowed: rules.mayPropose, records: ['meeting.rules-proposed'] }, async (visit) => {
    const form = readForm(visit, proposeForm)
    if (!form.ok) return rulesPage(visit, form.errors)
    const proposed = await commands.proposeRules(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
    })
    if (proposed.ok) return back(visit, 'proposed')
    if (proposed.refusal === 'nothing-changed')
      return rulesPage(visit, [{ field: 'words', text: say(visit)('refused.nothing-changed') }])
    return refused(say(visit)(`refused.${proposed.refusal}`))
  }),

  route(
    'meeting.agree-rules',
    { allowed: rules.mayRecordAgreement, records: ['meeting.rules-agreed'] },
    async (visit) => {
      const form = readForm(visit, agreeForm)
      if (!form.ok) return rulesPage(visit, form.errors)
      const agreed = await commands.agreeRules(visit.database, visit.actor, {
        slug: visit.params.problem,
        version: Number(visit.params.number),
        ...form.value,
      })
      if (agreed.ok) return back(visit, 'agreed')
      if (agreed.refusal === 'not-enough' || agreed.refusal === 'more-than-seats')
        return rulesPage(visit, [{ field: 'agreed', text: say(visit)(`refused.${agreed.refusal}`) }])
      return refused(say(visit)(`refused.${agreed.refusal}`))
    },
  ),
]

type OfRules = Visit<'meeting.propose-rules'> | Visit<'meeting.agree-rules'>

function back(visit: OfRules, what: 'proposed' | 'agreed') {
  return redirectSaying(visit.to('meeting.rules', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
