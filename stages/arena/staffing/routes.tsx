import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
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
import type { StaffingKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { rolesPage, say } from './show.tsx'

const nameForm = fields({
  // Who and as what, as one choice: only what somebody is employed as is offered.
  who: field.line({ most: 60 }),
  note: field.optionalText({ most: 500 }),
})
const endForm = fields({ who: field.line({ most: 60 }) })

export const staffingRoutes: readonly Route[] = [
  route('arena.roles', { allowed: anyone, records: 'nothing' }, (visit) => rolesPage(visit)),

  route('arena.name-staff', { allowed: rules.mayName, records: ['arena.staff-named'] }, async (visit) => {
    const form = readForm(visit, nameForm)
    if (!form.ok) return rolesPage(visit, form.errors)
    const who = whoOf(form.value.who)
    if (!who) return rolesPage(visit, [{ field: 'who', text: visit.common('choose-one') }])
    const slug = visit.params.problem
    const named = await commands.nameStaff(visit.database, visit.actor, { slug, ...who, note: form.value.note })
    if (named.ok) return back(visit, 'named')
    const text = say(visit)(`refused.${named.refusal}`)
    const at = fieldOf[named.refusal]
    return at === undefined ? refused(text, 403) : rolesPage(visit, [{ field: at, text }])
  }),

  route('arena.end-staffing', { allowed: rules.mayName, records: ['arena.staff-ended'] }, async (visit) => {
    const form = readForm(visit, endForm)
    const who = form.ok ? whoOf(form.value.who) : undefined
    if (!who) return refused(visit.common('choose-one'))
    const ended = await commands.endStaffing(visit.database, visit.actor, { slug: visit.params.problem, ...who })
    return ended.ok ? back(visit, 'ended') : refused(say(visit)(`refused.${ended.refusal}`))
  }),
]

type Refusal = Extract<StaffingKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

const fieldOf: Readonly<Partial<Record<Refusal, string>>> = {
  'not-employed-so': 'who',
  'named-already': 'who',
  'note-needed': 'note',
  'over-limit': 'note',
}

/** `facilitator 0192…`: a role and an account, as the page writes them. */
function whoOf(text: string) {
  const [word, id] = text.split(' ')
  const role = rules.staffRoles.find((one) => one === word)
  const account = parseId('account', id)
  return role && account ? { role, account } : undefined
}

function back(visit: Visit<'arena.name-staff'> | Visit<'arena.end-staffing'>, what: 'named' | 'ended') {
  return redirectSaying(visit.to('arena.roles', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
