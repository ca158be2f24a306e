import { href } from '@folkmoot/basics/addresses.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { cityOf } from '../../../platform/i18n/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { standsInFor } from '../attendance/stand-in.ts'
import { mayReadInside } from '../closing/rules.ts'
import { meetingCrumbs, numberOf } from '../crumbs.ts'
import { prepares } from '../rules.ts'
import { meetingByNumber } from '../store.ts'
import { materialsWords, type SayMaterials } from './messages/words.ts'
import { PapersPage } from './pages/papers-page.tsx'
import * as rules from './rules.ts'
import { materialsOf } from './store.ts'

export function say(visit: Visit): SayMaterials {
  return materialsWords.say(visit.lang)
}

type OfPapers = Visit<'meeting.papers'> | Visit<'meeting.add-material'> | Visit<'meeting.publish-papers'>

export async function papersPage(visit: OfPapers, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const meeting = problem && (await meetingByNumber(visit.read, problem.id, numberOf(visit.params.number)))
  if (!meeting) return notFound()
  const [papers, standsIn] = await Promise.all([
    materialsOf(visit.read, meeting.id),
    standsInFor(visit.read, meeting, visit.actor),
  ])
  const isInside = mayReadInside(problem.id, meeting, { actor: visit.actor, standsIn })
  const seen = papers.filter((paper) => isInside && rules.maySee(problem.id, paper, visit.actor))
  const [authors, hidden] = await Promise.all([
    bylines(
      visit.read,
      seen.map(({ addedBy }) => addedBy),
    ),
    hiddenAmong(visit.read, [meeting.id, ...seen.map(({ id }) => id)]),
  ])
  const isTold = visit.jurisdiction.isTold || meeting.source !== null
  const state = { meeting, standsIn, hasLink: true, hasFile: false }
  const due = meeting.papersDueAt ?? meeting.startsAt?.subtract({ hours: 24 * rules.daysBefore })
  const local = due?.toZonedDateTimeISO(visit.jurisdiction.timeZone)
  return page({
    title: say(visit)('title'),
    crumbs: meetingCrumbs(visit, problem, meeting),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PapersPage
        reader={visit}
        say={say(visit)}
        {...{ problem, meeting, authors, hidden, errors }}
        papers={seen}
        typed={visit.form.typed}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        fileHref={(hash) => href('file', { jurisdiction: visit.jurisdiction.slug, hash })}
        suggested={{
          day: local?.toPlainDate().toString() ?? '',
          time: meeting.papersDueAt ? (local?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '') : '09:00',
        }}
        mayAdd={!isTold && rules.add(problem.id, state, visit.actor).ok}
        mayPublish={!isTold && meeting.state === 'called' && prepares(visit.actor, problem.id)}
      />
    ),
  })
}
