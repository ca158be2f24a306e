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
import { problemBySlug } from '../../problem/index.ts'
import { itemsOf } from '../agenda/store.ts'
import { numberOf } from '../crumbs.ts'
import { mayRun } from '../rules.ts'
import { meetingByNumber } from '../store.ts'
import * as commands from './commands.ts'
import { minutesPage, say } from './show.tsx'

const minutesForm = fields({
  item: field.number({ least: 1 }),
  seen: field.optional(field.number({ least: 0 })),
  minutes: field.text({ most: 8000 }),
  decision: field.optionalText({ most: 2000 }),
  reason: field.optionalText({ most: 1000 }),
})

export const minutesRoutes: readonly Route[] = [
  route('meeting.minutes', { allowed: mayRun, records: 'nothing' }, (visit) => minutesPage(visit)),

  route('meeting.write-minutes', { allowed: mayRun, records: ['meeting.minutes-written'] }, async (visit) => {
    const form = readForm(visit, minutesForm)
    if (!form.ok) return minutesPage(visit, form.errors)
    const written = await commands.writeMinutes(visit.database, visit.actor, {
      ...atOf(visit),
      ...form.value,
      seen: form.value.seen ?? 0,
    })
    if (written.ok) return afterMinutes(visit, written.value.isMerged)
    if (written.refusal === 'both-changed')
      return minutesPage(visit, [{ field: 'minutes', text: say(visit)('asked') }], { isAsked: true })
    if (written.refusal === 'nothing-changed')
      return minutesPage(visit, [{ field: 'minutes', text: say(visit)('refused.nothing-changed') }])
    if (written.refusal === 'reason-needed')
      return minutesPage(visit, [{ field: 'reason', text: say(visit)('refused.reason-needed') }])
    return refused(say(visit)(`refused.${written.refusal}`))
  }),

  route('meeting.approve-minutes', { allowed: mayRun, records: ['meeting.minutes-approved'] }, async (visit) => {
    const approved = await commands.approveMinutes(visit.database, visit.actor, atOf(visit))
    if (!approved.ok) return refused(say(visit)(`refused.${approved.refusal}`))
    return redirectSaying(visit.to('meeting.page', visit.params), {
      text: say(visit)('done.approved'),
      next: say(visit)('done.approved-next'),
    })
  }),
]

type Writing = Visit<'meeting.write-minutes'> | Visit<'meeting.approve-minutes'>

function atOf({ params }: Writing) {
  return { slug: params.problem, number: numberOf(params.number) }
}

/** On to the next item without minutes, as one writes while the meeting runs; then to who came; then to the meeting's page. */
async function afterMinutes(visit: Visit<'meeting.write-minutes'>, isMerged: boolean): Promise<Reply> {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const meeting = problem && (await meetingByNumber(visit.read, problem.id, number))
  const items = meeting ? await itemsOf(visit.read, [meeting.id]) : []
  const merged = isMerged ? ` ${say(visit)('done.merged')}` : ''
  const next = items.find((item) => item.minutesAt === null)
  if (!next && meeting?.attendanceAt === null)
    return redirectSaying(`${visit.to('meeting.minutes', visit.params)}#attendance`, {
      text: `${say(visit)('done.minutes')}${merged}`,
      next: say(visit)('done.minutes-who'),
    })
  if (!next)
    return redirectSaying(visit.to('meeting.page', visit.params), {
      text: `${say(visit)('done.minutes')}${merged}`,
      next: say(visit)('done.minutes-next'),
    })
  return redirectSaying(`${visit.to('meeting.minutes', visit.params)}?item=${next.number}`, {
    text: `${say(visit)('done.item')}${merged}`,
    next: say(visit)('done.item-next', { title: next.title }),
  })
}
