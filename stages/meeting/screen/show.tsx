import { anyone } from '@folkmoot/basics/actor.ts'
import { notFound, page, route, type Reply, type Route, type Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { itemsOf } from '../agenda/store.ts'
import { standsInFor } from '../attendance/stand-in.ts'
import { mayReadInside } from '../closing/rules.ts'
import { meetingCrumbs, numberOf } from '../crumbs.ts'
import { meetingWords } from '../messages/words.ts'
import { headingOf } from '../pages/lines.ts'
import { runs } from '../rules.ts'
import { meetingByNumber } from '../store.ts'
import { screenWords } from './messages/words.ts'
import { ScreenPage } from './pages/screen-page.tsx'
import { itemOnScreen, minutesLeft } from './rules.ts'

export const screenRoutes: readonly Route[] = [
  route('meeting.screen', { allowed: anyone, records: 'nothing' }, (visit) => screenPage(visit)),
]

async function screenPage(visit: Visit<'meeting.screen'>): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const meeting = problem && (await meetingByNumber(visit.read, problem.id, numberOf(visit.params.number)))
  if (!meeting) return notFound()
  const all = await itemsOf(visit.read, [meeting.id])
  const hidden = await hiddenAmong(visit.read, [meeting.id, ...all.map(({ id }) => id)])
  const standsIn = await standsInFor(visit.read, meeting, visit.actor)
  const isInside = mayReadInside(problem.id, meeting, { actor: visit.actor, standsIn })
  const items =
    hidden.has(meeting.id) || !isInside
      ? []
      : all.flatMap((item) => (hidden.has(item.id) ? [] : [{ ...item, minutes: item.plannedMinutes }]))
  const asked = numberOf(visit.query.get('item') ?? '')
  const item = itemOnScreen(items, asked)
  const title = hidden.has(meeting.id) ? meetingWords.say(visit.lang)('page.title', headingOf(meeting)) : meeting.title
  return page({
    title: screenWords.say(visit.lang)('title', { title }),
    crumbs: meetingCrumbs(visit, problem, meeting),
    isWide: true,
    body: (
      <ScreenPage
        reader={visit}
        {...{ problem, meeting, title, items, item }}
        left={item ? minutesLeft(item, visit.now) : null}
        isAsked={item !== undefined && item.number === asked}
        isStill={visit.query.has('still')}
        mayOpen={!visit.jurisdiction.isTold && meeting.state === 'called' && runs(visit.actor, problem.id)}
      />
    ),
  })
}
