import { anyone, signedIn } from '@folkmoot/basics/actor.ts'
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
import type { GroupsKey } from './messages/words.ts'
import { reportForGroup } from './reporting.ts'
import * as rules from './rules.ts'
import { groupPage, groupsPage, numberOf, openingPage, say, type OfGroup } from './show.tsx'

const openForm = fields({
  question: field.line({ least: 5, most: 200 }),
  worksOn: field.text({ most: 2000 }),
  endsOn: field.date(),
})
const joinForm = fields({ named: field.ticked() })
const nameForm = fields({ named: field.choice(['yes', 'no']) })
const reportForm = fields({
  title: field.line({ least: 3, most: 120 }),
  text: field.text({ most: 4000 }),
})
const closeForm = fields({ words: field.text({ most: 1000 }) })

export const groupRoutes: readonly Route[] = [
  route('arena.groups', { allowed: anyone, records: 'nothing' }, (visit) => groupsPage(visit)),
  route('arena.opening-group', { allowed: rules.mayOpen, records: 'nothing' }, (visit) => openingPage(visit)),

  route('arena.open-group', { allowed: rules.mayOpen, records: ['arena.working-group-opened'] }, async (visit) => {
    const form = readForm(visit, openForm)
    if (!form.ok) return openingPage(visit, form.errors)
    const opened = await commands.openGroup(visit.database, visit.actor, {
      slug: visit.params.problem,
      language: visit.lang,
      ...form.value,
    })
    if (opened.ok)
      return redirectSaying(visit.to('arena.group', { problem: visit.params.problem, number: opened.value.number }), {
        text: say(visit)('done.opened'),
        next: say(visit)('done.opened-next', { day: visit.time.day(form.value.endsOn) }),
      })
    const text = say(visit)(`refused.${opened.refusal}`)
    return opened.refusal === 'ends-too-soon' ? openingPage(visit, [{ field: 'endsOn', text }]) : refused(text)
  }),

  route('arena.group', { allowed: anyone, records: 'nothing' }, (visit) => groupPage(visit)),

  route('arena.join-group', { allowed: rules.mayJoin, records: ['arena.working-group-joined'] }, async (visit) => {
    const form = readForm(visit, joinForm)
    if (!form.ok) return groupPage(visit, form.errors)
    const joined = await commands.joinGroup(visit.database, visit.actor, { ...atOf(visit), isNamed: form.value.named })
    return joined.ok ? back(visit, 'joined') : no(visit, joined.refusal)
  }),

  route('arena.show-in-group', { allowed: signedIn, records: ['arena.working-group-name'] }, async (visit) => {
    const form = readForm(visit, nameForm)
    if (!form.ok) return refused(visit.common('choose-one'))
    const isNamed = form.value.named === 'yes'
    const shown = await commands.showName(visit.database, visit.actor, { ...atOf(visit), isNamed })
    return shown.ok ? back(visit, isNamed ? 'shown' : 'unshown') : no(visit, shown.refusal)
  }),

  route('arena.leave-group', { allowed: signedIn, records: ['arena.working-group-left'] }, async (visit) => {
    const left = await commands.leaveGroup(visit.database, visit.actor, atOf(visit))
    return left.ok ? back(visit, 'left') : no(visit, left.refusal)
  }),

  route('arena.report-for-group', { allowed: signedIn, records: ['arena.working-group-reported'] }, async (visit) => {
    const form = readForm(visit, reportForm)
    if (!form.ok) return groupPage(visit, form.errors)
    const reported = await reportForGroup(visit.database, visit.actor, {
      ...atOf(visit),
      language: visit.lang,
      ...form.value,
      from: visit.form.typed['from'] ?? [],
    })
    return reported.ok ? back(visit, 'reported') : no(visit, reported.refusal)
  }),

  route('arena.close-group', { allowed: rules.mayOpen, records: ['arena.working-group-closed'] }, async (visit) => {
    const form = readForm(visit, closeForm)
    if (!form.ok) return groupPage(visit, form.errors)
    const closed = await commands.closeGroup(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return closed.ok ? back(visit, 'closed') : no(visit, closed.refusal)
  }),
]

function atOf(visit: OfGroup) {
  return { slug: visit.params.problem, number: numberOf(visit) }
}

type Refusal = Extract<GroupsKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

function no(visit: Visit, refusal: Refusal): Reply {
  return refused(say(visit)(`refused.${refusal}`))
}

function back(visit: OfGroup, what: 'joined' | 'left' | 'shown' | 'unshown' | 'reported' | 'closed'): Reply {
  const at = { problem: visit.params.problem, number: visit.params.number }
  return redirectSaying(visit.to('arena.group', at), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
