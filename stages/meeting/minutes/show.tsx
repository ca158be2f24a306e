import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { isConfirmed } from '../../arena/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { itemsOf } from '../agenda/store.ts'
import { calledTo } from '../attendance/called.ts'
import { meetingCrumbs, numberOf } from '../crumbs.ts'
import { meetingWords } from '../messages/words.ts'
import * as rules from '../rules.ts'
import { meetingByNumber } from '../store.ts'
import { doersIn } from '../tasks/doers.ts'
import { minutesWords, type SayMinutes } from './messages/words.ts'
import { MinutesPage } from './pages/minutes-page.tsx'
import { approvalsOf, versionsOf } from './store.ts'

export function say(visit: Visit): SayMinutes {
  return minutesWords.say(visit.lang)
}

export type OfMinutes =
  | Visit<'meeting.minutes'>
  | Visit<'meeting.write-minutes'>
  | Visit<'meeting.agree-on-task'>
  | Visit<'meeting.record-attendance'>

export async function minutesPage(
  visit: OfMinutes,
  errors: readonly FieldError[] = [],
  { isAsked = false }: { readonly isAsked?: boolean } = {},
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const meeting = problem && (await meetingByNumber(visit.read, problem.id, numberOf(visit.params.number)))
  if (!meeting) return notFound()
  const items = await itemsOf(visit.read, [meeting.id])
  const asked = numberOf(visit.form.typed['item']?.[0] ?? visit.query.get('item') ?? '')
  const current =
    items.find((item) => item.number === asked) ?? items.find((item) => item.minutesAt === null) ?? items[0]
  const [called, isGroupConfirmed, versions, approvals, doers] = await Promise.all([
    calledTo(visit.read, meeting),
    isConfirmed(visit.read, problem.id),
    versionsOf(visit.read, current ? [current.id] : []),
    approvalsOf(visit.read, [meeting.id]),
    doersIn(visit.read, problem.id),
  ])
  const allowed = rules.writeMinutes(problem.id, meeting, { actor: visit.actor, now: visit.now, isGroupConfirmed })
  const { seats, attendees, standIns } = called
  const isThere = attendees.filter(({ isPresent, standIn }) => isPresent && standIn === null)
  return page({
    title: say(visit)('title', { title: meeting.title }),
    crumbs: meetingCrumbs(visit, problem, meeting),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MinutesPage
        reader={visit}
        typed={visit.form.typed}
        {...{ errors, problem, meeting, items, current, seats, doers, isAsked }}
        version={versions.at(-1)?.version ?? 0}
        isApproved={approvals.length > 0}
        present={isThere.map(({ seat }) => seat)}
        standIns={attendees.flatMap(({ seat, standIn }) => (standIn ? [seat] : []))}
        substitutes={standIns}
        isStaff={allowed.ok && allowed.value.isStaff}
        closed={allowed.ok ? undefined : meetingWords.say(visit.lang)(`refused.${allowed.refusal}`)}
      />
    ),
  })
}
