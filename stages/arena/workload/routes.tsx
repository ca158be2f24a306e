import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { setGroupLimits } from './commands.ts'
import { workloadWords } from './messages/words.ts'
import { LimitsPage } from './pages/limits-page.tsx'
import * as rules from './rules.ts'
import { groupLimitsOf } from './store.ts'

const groups = field.number({ least: rules.leastGroups, most: rules.mostGroups })
const limitsForm = fields({ politicians: groups, facilitators: groups })

export const workloadRoutes: readonly Route[] = [
  route('arena.limits', { allowed: anyone, records: 'nothing' }, (visit) => limitsPage(visit)),

  route('arena.set-limits', { allowed: rules.maySetLimits, records: ['arena.limits-set'] }, async (visit) => {
    const form = readForm(visit, limitsForm)
    if (!form.ok) return limitsPage(visit, form.errors)
    const say = workloadWords.say(visit.lang)
    const set = await setGroupLimits(visit.database, visit.actor, form.value)
    if (!set.ok) return refused(say(`refused.${set.refusal}`), 403)
    return redirectSaying(visit.to('arena.limits'), { text: say('done.limits'), next: say('done.limits-next') })
  }),
]

async function limitsPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const say = workloadWords.say(visit.lang)
  return page({
    title: say('limits.title'),
    crumbs: [
      { text: visit.jurisdiction.name, href: visit.to('home') },
      { text: say('place'), href: visit.to('workload') },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <LimitsPage
        reader={visit}
        {...{ say, errors }}
        limits={await groupLimitsOf(visit.read)}
        maySet={!visit.jurisdiction.isTold && rules.maySetLimits.allows(visit.actor)}
        typed={visit.form.typed}
      />
    ),
  })
}
