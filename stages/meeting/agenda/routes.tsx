import {
  field,
  fields,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { numberOf } from '../crumbs.ts'
import { mayPrepare, mayRun } from '../rules.ts'
import { meetingPage } from '../show.tsx'
import * as commands from './commands.ts'
import { agendaWords, type SayAgenda } from './messages/words.ts'
import * as rules from './rules.ts'

const words = {
  title: field.text({ most: 200 }),
  plannedMinutes: field.optional(field.number({ least: 1, most: 720 })),
  owner: field.optionalText({ most: 120 }),
}
const itemForm = fields(words)
const changeForm = fields({ item: field.number({ least: 1 }), act: field.choice(['save', 'off']), ...words })
const moveForm = fields({ item: field.number({ least: 1 }), way: field.choice(['up', 'down']) })
const openForm = fields({ item: field.number({ least: 1 }) })

export const agendaRoutes: readonly Route[] = [
  route('meeting.add-item', { allowed: rules.mayAddItem, records: ['meeting.item-added'] }, async (visit) => {
    const form = readForm(visit, itemForm)
    if (!form.ok) return meetingPage(visit, form.errors)
    const added = await commands.addItem(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return added.ok ? back(visit, 'item') : refused(say(visit)(`refused.${added.refusal}`))
  }),

  route(
    'meeting.change-item',
    { allowed: rules.mayAddItem, records: ['meeting.item-changed', 'meeting.item-taken-off'] },
    async (visit) => {
      const form = readForm(visit, changeForm)
      if (!form.ok) return meetingPage(visit, form.errors)
      const { act, ...item } = form.value
      const change = act === 'off' ? commands.takeItemOff : commands.changeItem
      const changed = await change(visit.database, visit.actor, { ...atOf(visit), ...item })
      return changed.ok
        ? back(visit, act === 'off' ? 'off' : 'changed')
        : refused(say(visit)(`refused.${changed.refusal}`))
    },
  ),

  route('meeting.move-item', { allowed: mayPrepare, records: ['meeting.agenda-ordered'] }, async (visit) => {
    const form = readForm(visit, moveForm)
    if (!form.ok) return meetingPage(visit, form.errors)
    const moved = await commands.moveItem(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return moved.ok
      ? redirect(`${visit.to('meeting.page', visit.params)}#item-${form.value.item}`)
      : refused(say(visit)(`refused.${moved.refusal}`))
  }),

  route('meeting.open-item', { allowed: mayRun, records: ['meeting.item-opened'] }, async (visit) => {
    const form = readForm(visit, openForm)
    if (!form.ok) return meetingPage(visit, form.errors)
    const opened = await commands.openItem(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return opened.ok
      ? redirect(visit.to('meeting.screen', visit.params))
      : refused(say(visit)(`refused.${opened.refusal}`))
  }),
]

type OfItem =
  | Visit<'meeting.add-item'>
  | Visit<'meeting.change-item'>
  | Visit<'meeting.move-item'>
  | Visit<'meeting.open-item'>

function atOf({ params }: OfItem) {
  return { slug: params.problem, number: numberOf(params.number) }
}

function say(visit: Visit): SayAgenda {
  return agendaWords.say(visit.lang)
}

function back(visit: OfItem, what: 'item' | 'changed' | 'off') {
  return redirectSaying(visit.to('meeting.page', visit.params), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
