import { anyone } from '@folkmoot/basics/actor.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { monitorWords, type MonitorKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { monitorsPage } from './show.tsx'

const rhythmForm = fields({ months: field.number({ least: 1, most: 12 }), endsOn: field.date() })
const stayForm = fields({ stays: field.choice(['yes', 'no']) })
const statusForm = fields({ status: field.text({ most: 6000 }) })
const wordForm = fields({ rating: field.choice(rules.ratings), question: field.optionalText({ most: 2000 }) })
const endForm = fields({ why: field.text({ most: 2000 }) })

export const monitorRoutes: readonly Route[] = [
  route('delivery.monitors', { allowed: anyone, records: 'nothing' }, (visit) => monitorsPage(visit)),

  route('delivery.set-follow-up', { allowed: rules.mayLead, records: ['delivery.follow-up-set'] }, async (visit) => {
    const form = readForm(visit, rhythmForm)
    if (!form.ok) return monitorsPage(visit, form.errors)
    const set = await commands.setRhythm(visit.database, visit.actor, { ...inOf(visit), ...form.value })
    return answer(visit, set, 'set')
  }),

  route(
    'delivery.monitor',
    { allowed: rules.mayStay, records: ['delivery.monitor-stayed', 'delivery.monitor-left'] },
    async (visit) => {
      const form = readForm(visit, stayForm)
      if (!form.ok) return monitorsPage(visit, form.errors)
      const stays = form.value.stays === 'yes'
      const done = await commands.stay(visit.database, visit.actor, { ...inOf(visit), stays })
      return answer(visit, done, stays ? 'stayed' : 'left')
    },
  ),

  route('delivery.write-status', { allowed: rules.mayReport, records: ['delivery.status-reported'] }, async (visit) => {
    const form = readForm(visit, statusForm)
    if (!form.ok) return monitorsPage(visit, form.errors)
    const input = { ...inOf(visit), text: form.value.status }
    return answer(visit, await commands.reportStatus(visit.database, visit.actor, input), 'reported')
  }),

  route('delivery.say-word', { allowed: rules.mayStay, records: ['delivery.monitor-spoke'] }, async (visit) => {
    const form = readForm(visit, wordForm)
    if (!form.ok) return monitorsPage(visit, form.errors)
    const input = { ...inOf(visit), ...form.value, language: visit.lang }
    return answer(visit, await commands.sayWord(visit.database, visit.actor, input), 'spoke')
  }),

  route(
    'delivery.reply-to-word',
    { allowed: rules.mayReport, records: ['delivery.monitor-answered'] },
    async (visit) => {
      const number = Number(visit.params.number)
      const name = `reply-${number}`
      const form = readForm(visit, fields({ [name]: field.text({ most: 4000 }) }))
      if (!form.ok) return monitorsPage(visit, form.errors)
      const input = { ...inOf(visit), number, text: form.value[name] ?? '' }
      return answer(visit, await commands.replyToWord(visit.database, visit.actor, input), 'replied')
    },
  ),

  route('delivery.end-follow-up', { allowed: rules.mayLead, records: ['delivery.follow-up-ended'] }, async (visit) => {
    const form = readForm(visit, endForm)
    if (!form.ok) return monitorsPage(visit, form.errors)
    const input = { ...inOf(visit), why: form.value.why }
    return answer(visit, await commands.endFollowUp(visit.database, visit.actor, input), 'ended')
  }),
]

type InCase = Visit & { readonly params: { readonly problem: string } }
type Code = MonitorKey extends infer Key ? (Key extends `refused.${infer Refusal}` ? Refusal : never) : never
type Act = MonitorKey extends infer Key ? (Key extends `done.${infer What}-next` ? What : never) : never

function inOf({ params, jurisdiction: place }: InCase) {
  return { slug: params.problem, place }
}

const fieldsOfRefusals: Readonly<Partial<Record<Code, string>>> = { 'ends-too-soon': 'endsOn' }

function answer(visit: InCase, result: Result<null, Code>, what: Act): Promise<Reply> | Reply {
  const say = monitorWords.say(visit.lang)
  if (result.ok)
    return redirectSaying(visit.to('delivery.monitors', { problem: visit.params.problem }), {
      text: say(`done.${what}`),
      next: say(`done.${what}-next`),
    })
  if (result.refusal === 'no-such-problem') return notFound()
  return monitorsPage(visit, [
    { field: fieldsOfRefusals[result.refusal] ?? '', text: say(`refused.${result.refusal}`) },
  ])
}
