import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import { cityOf } from '../../../platform/i18n/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { holdsIn } from '@folkmoot/basics/actor.ts'
import { adoptedMandate, type Mandate } from '../../mandate/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { seriesCrumbs } from '../crumbs.ts'
import { hasBegun } from '../rules.ts'
import { meetingsOf } from '../store.ts'
import { seriesWords, type SaySeries } from './messages/words.ts'
import { LayPage } from './pages/lay-page.tsx'
import { WishesPage } from './pages/wishes-page.tsx'
import * as rules from './rules.ts'
import { wishesOf } from './store.ts'

export function say(visit: Visit): SaySeries {
  return seriesWords.say(visit.lang)
}

/** The whole series before it is made: days from the timetable, each of them open to change. */
export async function layPage(
  visit: Visit<'meeting.laying'> | Visit<'meeting.lay'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const mandate = await adoptedMandate(visit.read, problem.id)
  const span = spanOf(visit, mandate)
  const numbers = rules.numbersFor(mandate?.meetings ?? null)
  const planned = mandate?.meetings
  const asked = Number(visit.query.get('meetings') ?? visit.form.typed.meetings?.[0])
  const meetings = numbers.includes(asked)
    ? asked
    : planned && numbers.includes(planned)
      ? planned
      : rules.template.most
  const askedDay = Number(visit.query.get('weekday'))
  const weekday = [1, 2, 3, 4, 5].includes(askedDay) ? askedDay : rules.template.weekday
  const laid = rules.layOut({ ...span, meetings, weekday }, visit.jurisdiction)
  const days = laid.ok ? laid.value : []
  return page({
    title: say(visit)('lay.title'),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <LayPage
        reader={visit}
        say={say(visit)}
        problem={problem}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        {...{ errors, span, numbers, meetings, weekday }}
        typed={visit.form.typed}
        rows={rules.phasesFor(meetings).map((phase, index) => ({
          phase,
          day: days[index]?.toString() ?? '',
          title: titleOf(say(visit), rules.phasesFor(meetings), index),
        }))}
        isTooShort={!laid.ok}
      />
    ),
  })
}

type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly isOurs: boolean }

/** The mandate's timetable as far as it lies ahead, with a week to get the invitation; without one, ten months. */
function spanOf(visit: Visit, mandate: Mandate | undefined): Span {
  const soonest = todayIn(visit.jurisdiction, visit.now).add({ days: 7 })
  const { startsOn, endsOn } = mandate ?? { startsOn: null, endsOn: null }
  const from = startsOn && Temporal.PlainDate.compare(startsOn, soonest) > 0 ? startsOn : soonest
  if (endsOn && Temporal.PlainDate.compare(endsOn, from) > 0) return { from, to: endsOn, isOurs: false }
  return { from, to: from.add({ months: 10 }), isOurs: true }
}

const titles = {
  explore: ['explore.1', 'explore.2', 'explore.3'],
  shape: ['shape.1', 'shape.2', 'shape.3', 'shape.4'],
} as const

/** The words of the template; the last meeting is about the hand-over however many there are. */
function titleOf(words: SaySeries, phases: readonly rules.Phase[], index: number): string {
  const phase = phases[index] ?? 'shape'
  const within = phases.slice(0, index).filter((one) => one === phase).length
  const key = phase === 'shape' && index === phases.length - 1 ? 'shape.4' : titles[phase].slice(0, 3)[within]
  return key ? words(key) : words('more', { number: index + 1 })
}

export async function wishesPage(
  visit: Visit<'meeting.wishes'> | Visit<'meeting.wish'> | Visit<'meeting.answer-wish'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [wishes, meetings] = await Promise.all([wishesOf(visit.read, problem.id), meetingsOf(visit.read, problem.id)])
  const [authors, hidden] = await Promise.all([
    bylines(
      visit.read,
      wishes.map(({ by }) => by),
    ),
    hiddenAmong(
      visit.read,
      wishes.map(({ id }) => id),
    ),
  ])
  const isAnswering = 'number' in visit.params
  return page({
    title: say(visit)('wish.title'),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <WishesPage
        reader={visit}
        say={say(visit)}
        {...{ problem, wishes, meetings, authors, hidden, errors }}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        coming={meetings.filter((meeting) => meeting.state === 'called' && !hasBegun(meeting, visit.now))}
        answering={isAnswering && errors.length > 0 ? Number(visit.params.number) : null}
        typed={errors.length > 0 ? visit.form.typed : { kind: 'move', meeting: visit.query.get('meeting') ?? '' }}
        mayWish={!visit.jurisdiction.isTold && holdsIn(visit.actor, problem.id, 'member')}
        mayAnswer={(kind) => !visit.jurisdiction.isTold && rules.mayAnswer(problem.id, kind, visit.actor)}
      />
    ),
  })
}
